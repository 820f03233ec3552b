package dev.kassei.trainer.training;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.kassei.api.Listener;
import dev.kassei.trainer.config.ExperimentConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.dataset.DatasetModule;
import dev.kassei.trainer.dataset.SplitData;
import dev.kassei.trainer.engine.plan.Plan;

/** A configured experiment, wired. Its parts are made when they are first asked for. */
public final class Experiment {
  private final Injector injector;

  private Experiment(Injector injector) {
    this.injector = injector;
  }

  /** Wires what a configuration says. */
  public static Experiment of(LoadedConfig config) {
    ExperimentConfig experiment = config.experiment();
    return new Experiment(
        Guice.createInjector(
            binder -> {
              binder.requireExplicitBindings();
              binder.disableCircularProxies();
            },
            new DatasetModule(experiment.dataset(), experiment.seed(), config.folder()),
            new TrainingModule(config)));
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

  /**
   * A plan with first weights, ready for {@link #train}.
   *
   * @throws ExperimentException if the parts of the experiment do not fit together
   */
  public Plan plan() {
    return part(Trainer.class).plan();
  }

  /** The floating-point operations of a training step. */
  public long stepOperations() {
    return part(Trainer.class).stepOperations();
  }

  /** Trains. */
  public Outcome train(Plan plan, Listener listener) {
    return part(Trainer.class).train(plan, listener);
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
