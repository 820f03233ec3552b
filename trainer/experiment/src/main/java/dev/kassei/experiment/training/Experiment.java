package dev.kassei.experiment.training;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.kassei.api.Listener;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.data.DataCache;
import dev.kassei.experiment.data.DatasetModule;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.PluginFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A configured experiment, wired. Its parts are made when they are first asked for. */
public final class Experiment {
  private final Injector injector;
  private final Plots plots;

  private Experiment(Injector injector, Plots plots) {
    this.injector = injector;
    this.plots = plots;
  }

  /** Wires what a configuration says, with data of its own. */
  public static Experiment of(LoadedConfig config) {
    return of(config, new DataCache(Long.MAX_VALUE));
  }

  /** Wires what a configuration says. */
  static Experiment of(LoadedConfig config, DataCache cache) {
    ExperimentConfig experiment = config.experiment();
    return new Experiment(
        Guice.createInjector(
            binder -> {
              binder.requireExplicitBindings();
              binder.disableCircularProxies();
            },
            new DatasetModule(experiment, config.folder(), cache),
            new TrainingModule(config)),
        experiment.plots());
  }

  /**
   * The data, loaded and split.
   *
   * @throws ExperimentException if it cannot be read or used
   */
  public SplitData data() {
    return part(SplitData.class);
  }

  /**
   * The network's formulas.
   *
   * @throws ExperimentException if model, loss and data do not fit together
   */
  public Network network() {
    return part(Network.class);
  }

  /** The number of rows in a training step. */
  public int batchSize() {
    return trial().batchSize();
  }

  /** The floating-point operations of a training step. */
  public long stepOperations() {
    Trial trial = trial();
    return LayerTable.stepOperations(trial.program(), trial.batchSize());
  }

  /**
   * Makes the first weights, ready to train.
   *
   * @throws ExperimentException if the parts of the experiment do not fit together
   */
  public Run prepare(Listener listener, RunOptions options) {
    Trial trial = trial();
    boolean recorded = options.isRecorded() && plots.draw();
    var trials = new ArrayList<>(List.of(recorded ? trial.recorded(plots) : trial));
    List<Listener> all = new ArrayList<>(trial.training().listeners());
    all.add(listener);
    var listeners = new ArrayList<>(List.of(Optional.<Listener>of(new Listeners(all))));
    for (int lane = 1; lane < options.lanes(); lane++) {
      trials.add(trial.with(Seeds.all(lane)));
      listeners.add(Optional.empty());
    }
    try {
      var plans = new Plans(options);
      return new Run(new Trainer(trials, listeners, plans, () -> false), plans);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("experiment", e);
    } catch (ArithmeticException e) {
      throw tooLarge();
    } catch (OutOfMemoryError e) {
      throw new ExperimentException(
          "model",
          "the network does not fit into the %s MiB that Java may use; take fewer units, a smaller"
                  .formatted(Runtime.getRuntime().maxMemory() >> 20)
              + " training.batch_size, or more memory (KASSEI_JAVA_OPTS=-Xmx…)");
    }
  }

  /** What it means that a size does not fit into 32 bits. */
  static ExperimentException tooLarge() {
    return new ExperimentException(
        "model",
        "a matrix of the network has more numbers than an array can hold, %s; take fewer units, or a"
                .formatted(Integer.MAX_VALUE)
            + " smaller training.batch_size");
  }

  /** A training run that can start. */
  public static final class Run {
    private final Trainer trainer;
    private final Plans plans;

    private Run(Trainer trainer, Plans plans) {
      this.trainer = trainer;
      this.plans = plans;
    }

    /**
     * Trains to the end.
     *
     * @throws ExperimentException if a formula comes to a number that it cannot use, such as one of
     *     no row
     */
    public Outcome train() {
      try (plans) {
        return trainer.train().get(0);
      } catch (IllegalArgumentException e) {
        throw PluginFailure.of(e).isPresent() ? e : new ExperimentException("model", e);
      }
    }

    /** How much time each step of the plan took; empty if it was not asked for. */
    public List<StepTime> profile() {
      return trainer.profile();
    }
  }

  /** The trial that the configuration describes. */
  Trial trial() {
    return part(Trial.class);
  }

  private <T> T part(Class<T> type) {
    try {
      return injector.getInstance(type);
    } catch (ProvisionException | CreationException e) {
      if (e.getCause() instanceof ExperimentException problem) {
        throw problem;
      }
      throw e;
    }
  }
}
