package dev.kassei.testkit;

import dev.kassei.api.Activation;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.Listener;
import dev.kassei.api.Loss;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Schedule;
import java.util.List;
import java.util.Optional;

/** The contracts of all families of plugins. */
public final class Kits {
  /** The contract of activations. */
  public static final Kit<Activation> ACTIVATION =
      new Kit<>(Activation.class, List.of(ActivationCheck.values()));

  /** The contract of layers. */
  public static final Kit<Layer> LAYER = new Kit<>(Layer.class, LayerClauses.all());

  /** The contract of networks. */
  public static final Kit<Model> MODEL = new Kit<>(Model.class, ModelClauses.all());

  /** The contract of losses. */
  public static final Kit<Loss> LOSS = new Kit<>(Loss.class, LossClauses.all());

  /** The contract of optimizers that are a formula for each parameter. */
  public static final Kit<Optimizer> OPTIMIZER = new Kit<>(Optimizer.class, OptimizerClauses.all());

  /** The contract of optimizers in plain Java. */
  public static final Kit<Minimizer> MINIMIZER = new Kit<>(Minimizer.class, MinimizerClauses.all());

  /** The contract of initializers. */
  public static final Kit<Initializer> INITIALIZER =
      new Kit<>(Initializer.class, InitializerClauses.all());

  /** The contract of data sets. */
  public static final Kit<DatasetSource> DATASET =
      new Kit<>(DatasetSource.class, DatasetClauses.all());

  /** The contract of metrics. */
  public static final Kit<Metric> METRIC = new Kit<>(Metric.class, MetricClauses.all());

  /** The contract of learning rate schedules. */
  public static final Kit<Schedule> SCHEDULE = new Kit<>(Schedule.class, ScheduleClauses.all());

  /** The contract of listeners. */
  public static final Kit<Listener> LISTENER = new Kit<>(Listener.class, ListenerClauses.all());

  /** All contracts; an activation is a layer, too, and comes first. */
  public static final List<Kit<?>> ALL =
      List.of(
          ACTIVATION,
          LAYER,
          MODEL,
          LOSS,
          OPTIMIZER,
          MINIMIZER,
          INITIALIZER,
          DATASET,
          METRIC,
          SCHEDULE,
          LISTENER);

  private Kits() {}

  /** Checks a plugin by the contract of its family; empty if it belongs to none. */
  public static Optional<List<Finding>> check(Object plugin) {
    return ALL.stream()
        .filter(kit -> kit.type().isInstance(plugin))
        .findFirst()
        .map(kit -> check(kit, plugin));
  }

  private static <T> List<Finding> check(Kit<T> kit, Object plugin) {
    return kit.check(kit.type().cast(plugin));
  }
}
