package dev.kassei.embed;

import dev.kassei.api.Activation;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Where a program begins: activations, training and batches with the plugins on the class path.
 *
 * <pre>{@code
 * double y = Kassei.activation("gelu").value(0.5);
 * TrainedModel model = Kassei.train(Path.of("configs/xor-mlp.yaml"));
 * double[][] probabilities = model.predict(new double[][] {{0, 1}});
 * }</pre>
 *
 * <p>Plugins of one's own, threads, progress and cancellation are those of a {@link Session}, which
 * has the same methods. Each call here is one of a new session. What the caller can fix is told by
 * a {@link KasseiException}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Kassei {
  private Kassei() {}

  /**
   * A session with the plugins on the class path, one thread, and nobody who is told of progress.
   */
  public static Session session() {
    return Session.create();
  }

  /** A session that also knows these plugins, as {@link Session#with(Record...)} says. */
  public static Session with(Record... plugins) {
    return session().with(plugins);
  }

  /** A session that also knows the plugins at these paths: jars, or folders of jars or classes. */
  public static Session with(Path... paths) {
    return session().with(paths);
  }

  /** An activation by its name, such as {@code gelu}, or as YAML, {@code {type: elu, alpha: 2}}. */
  public static ActivationFunction activation(String nameOrYaml) {
    return session().activation(nameOrYaml);
  }

  /** An activation given by its formula, such as {@code x*sigmoid(1.702*x)}. */
  public static ActivationFunction formula(String formula) {
    return session().formula(formula);
  }

  /** An activation given in Java, such as {@code x -> x.times(x.sigmoid())}. */
  public static ActivationFunction activation(String name, Activation activation) {
    return session().activation(name, activation);
  }

  /** Trains what YAML text describes; relative paths in it start in the working directory. */
  public static TrainedModel train(String yaml) {
    return session().train(yaml);
  }

  /** Trains what a YAML file describes; relative paths in it start in its folder. */
  public static TrainedModel train(Path file) {
    return session().train(file);
  }

  /** Trains what was described in Java. */
  public static TrainedModel train(Experiment experiment) {
    return session().train(experiment);
  }

  /** Trains and compares what YAML text with the key {@code batch} describes. */
  public static BatchResult batch(String yaml) {
    return session().batch(yaml);
  }

  /** Trains and compares what a YAML file with the key {@code batch} describes. */
  public static BatchResult batch(Path file) {
    return session().batch(file);
  }

  /** Trains and compares what was described in Java, with {@link ExperimentBuilder#grid}. */
  public static BatchResult batch(Experiment experiment) {
    return session().batch(experiment);
  }
}
