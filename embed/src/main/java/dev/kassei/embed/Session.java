package dev.kassei.embed;

import dev.kassei.api.Activation;
import dev.kassei.api.Epoch;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Everything that {@link Kassei} does, with plugins of one's own, more threads, and somebody who
 * watches. Immutable: each method that changes something returns another session. For use by
 * several threads; nothing needs to be closed.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Session {
  private final Plugins plugins;
  private final List<Path> paths;
  private final Watch watch;
  private final int threads;

  private Session(Plugins plugins, List<Path> paths, Watch watch, int threads) {
    this.plugins = plugins;
    this.paths = List.copyOf(paths);
    this.watch = watch;
    this.threads = threads;
  }

  static Session create() {
    return new Session(Plugins.builtIn(), List.of(), Watch.NONE, 1);
  }

  /**
   * Also knows these plugins: records with {@code @PluginName}. What each holds are the defaults of
   * its name, which configurations may change key by key.
   *
   * @throws KasseiException if one can be no plugin
   */
  public Session with(Record... records) {
    Plugins all = new OwnPlugins(Given.list(records, "plugins"), Optional.empty()).beside(plugins);
    return new Session(all, paths, watch, threads);
  }

  /**
   * Also knows the plugins at these paths: jars, or folders of jars or classes.
   *
   * @throws KasseiException if a path holds none
   */
  public Session with(Path... jarsAndFolders) {
    var all = new ArrayList<>(paths);
    List<Path> added = Given.list(jarsAndFolders, "paths");
    all.addAll(added);
    Plugins found = Failures.checked(() -> plugins.and(added));
    return new Session(found, all, watch, threads);
  }

  /**
   * Uses so many threads, which changes no bit of a result.
   *
   * @param count for one training those that share large steps; for a batch those that train trials
   */
  public Session threads(int count) {
    if (count < 1) {
      throw new KasseiException("expected at least 1 thread but was " + count);
    }
    return new Session(plugins, paths, watch, count);
  }

  /** Tells of each epoch of a single training, with its metrics, on the thread that trains. */
  public Session onEpoch(Consumer<Epoch> listener) {
    return new Session(
        plugins, paths, watch.onEpoch(Given.required(listener, "listener")), threads);
  }

  /** Tells how far a training or a batch has come, by one thread at a time. */
  public Session onProgress(Consumer<Progress> listener) {
    return new Session(
        plugins, paths, watch.onProgress(Given.required(listener, "listener")), threads);
  }

  /**
   * Ends a training or a batch early when this says so. It is asked often, by every thread that
   * trains. What it came to is the result. To interrupt the calling thread does the same.
   */
  public Session stopWhen(BooleanSupplier stop) {
    return new Session(plugins, paths, watch.stopWhen(Given.required(stop, "stop")), threads);
  }

  private Means means() {
    return new Means(plugins, paths, watch, threads);
  }

  /** An activation by its name, such as {@code gelu}, or as YAML, {@code {type: elu, alpha: 2}}. */
  public ActivationFunction activation(String nameOrYaml) {
    NamedPlugin<Activation> named = plugin(Given.required(nameOrYaml, "activation"));
    return new ActivationFunction(named.name(), named.plugin());
  }

  /** An activation given by its formula, such as {@code x*sigmoid(1.702*x)}. */
  public ActivationFunction formula(String formula) {
    String quoted = Given.required(formula, "formula").replace("\\", "\\\\").replace("\"", "\\\"");
    return new ActivationFunction(formula, plugin("{formula: \"" + quoted + "\"}").plugin());
  }

  /**
   * An activation given in Java, such as {@code x -> x.times(x.sigmoid())}.
   *
   * @param name what pictures and messages call it
   */
  public ActivationFunction activation(String name, Activation activation) {
    Given.required(name, "name");
    Given.required(activation, "activation");
    return Failures.checked(() -> new ActivationFunction(name, activation));
  }

  private NamedPlugin<Activation> plugin(String yaml) {
    return Failures.translated(
        () -> new ConfigLoader(plugins).plugin(Families.ACTIVATION, "activation", yaml));
  }

  /** Trains what YAML text describes; relative paths in it start in the working directory. */
  public TrainedModel train(String yaml) {
    return train(Experiment.yaml(yaml));
  }

  /** Trains what a YAML file describes; relative paths in it start in its folder. */
  public TrainedModel train(Path file) {
    return train(Experiment.file(file));
  }

  /**
   * Trains what was described.
   *
   * @throws KasseiException if anything is wrong with it; it says all that is
   */
  public TrainedModel train(Experiment experiment) {
    Given.required(experiment, "experiment");
    return Failures.translated(() -> new Training(means()).run(experiment));
  }

  /**
   * The model in the folder of a run, as {@link TrainedModel#load} says.
   *
   * @throws KasseiException if it is no run's folder, or damaged
   */
  public TrainedModel load(Path folder) {
    Given.required(folder, "folder");
    return Failures.translated(() -> LoadedRun.read(folder, plugins).model());
  }

  /** Trains and compares what YAML text with the key {@code batch} describes. */
  public BatchResult batch(String yaml) {
    return batch(Experiment.yaml(yaml));
  }

  /** Trains and compares what a YAML file with the key {@code batch} describes. */
  public BatchResult batch(Path file) {
    return batch(Experiment.file(file));
  }

  /**
   * Trains and compares what was described, without leaving files.
   *
   * @throws KasseiException if anything is wrong with it; it says all that is
   */
  public BatchResult batch(Experiment experiment) {
    Given.required(experiment, "experiment");
    return Failures.translated(() -> new Batch(means()).run(experiment));
  }

  /**
   * Trains and compares what was described in a folder, where the batch resumes if it was stopped
   * and where its tables stay, as {@code kassei run} writes them.
   *
   * @throws KasseiException if anything is wrong with it, or the folder holds something else
   */
  public BatchResult batch(Experiment experiment, Path folder) {
    Given.required(experiment, "experiment");
    Given.required(folder, "folder");
    return Failures.translated(() -> new Batch(means()).run(experiment, folder));
  }
}
