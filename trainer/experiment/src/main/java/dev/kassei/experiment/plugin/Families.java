package dev.kassei.experiment.plugin;

import dev.kassei.api.Activation;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Listener;
import dev.kassei.api.Loss;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Schedule;
import java.util.List;
import java.util.Optional;

/** The plugin families there are. */
public final class Families {
  /** Activation functions. */
  public static final Family<Activation> ACTIVATION =
      family("activation", "activations", Activation.class);

  /** Layers, to which activations belong. */
  public static final Family<Layer> LAYER =
      new Family<>("layer", "layers", Layer.class, List.of(Layer.class, Activation.class));

  /** Networks. */
  public static final Family<Model> MODEL = family("model", "models", Model.class);

  /** Losses. */
  public static final Family<Loss> LOSS = family("loss", "losses", Loss.class);

  /** Learning algorithms: formulas for each parameter, and minimizers in plain Java. */
  public static final Family<LearningAlgorithm> OPTIMIZER =
      new Family<>(
          "optimizer",
          "optimizers",
          LearningAlgorithm.class,
          List.of(Optimizer.class, Minimizer.class));

  /** Rules for the first values of parameters. */
  public static final Family<Initializer> INITIALIZER =
      family("initializer", "initializers", Initializer.class);

  /** Data sets. */
  public static final Family<DatasetSource> DATASET =
      family("dataset", "datasets", DatasetSource.class);

  /** Metrics. */
  public static final Family<Metric> METRIC = family("metric", "metrics", Metric.class);

  /** Learning rate schedules. */
  public static final Family<Schedule> SCHEDULE = family("schedule", "schedules", Schedule.class);

  /** Listeners. */
  public static final Family<Listener> LISTENER = family("listener", "listeners", Listener.class);

  /** All families. */
  public static final List<Family<?>> ALL =
      List.of(
          ACTIVATION,
          LAYER,
          MODEL,
          LOSS,
          OPTIMIZER,
          INITIALIZER,
          DATASET,
          METRIC,
          SCHEDULE,
          LISTENER);

  private Families() {}

  /**
   * The family whose plugins a value of this type is: the family of that type, or else the one that
   * has the type among its services.
   */
  public static Optional<Family<?>> of(Class<?> type) {
    return first(type, true).or(() -> first(type, false));
  }

  private static Optional<Family<?>> first(Class<?> type, boolean exact) {
    for (Family<?> family : ALL) {
      if (exact ? family.type() == type : family.serves(type)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  private static <T> Family<T> family(String key, String plural, Class<T> type) {
    return new Family<>(key, plural, type, List.of(type));
  }
}
