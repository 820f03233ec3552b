package dev.kassei.trainer.training;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.kassei.api.Listener;
import dev.kassei.trainer.config.ExperimentConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.Seeds;
import dev.kassei.trainer.dataset.DatasetModule;
import dev.kassei.trainer.dataset.SplitData;
import java.util.ArrayList;
import java.util.List;

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

  /** The number of rows in a training step. */
  public int batchSize() {
    return part(Trial.class).batchSize();
  }

  /** The floating-point operations of a training step. */
  public long stepOperations() {
    Trial trial = part(Trial.class);
    return LayerTable.stepOperations(trial.program(), trial.batchSize());
  }

  /**
   * Makes the first weights, ready to train.
   *
   * @throws ExperimentException if the parts of the experiment do not fit together
   */
  public Run prepare(Listener listener) {
    return prepare(listener, 1);
  }

  /**
   * As {@link #prepare(Listener)}, beside {@code lanes − 1} copies with other seeds, which do not
   * change the outcome.
   */
  public Run prepare(Listener listener, int lanes) {
    Trial trial = part(Trial.class);
    var trials = new ArrayList<>(List.of(trial));
    var listeners = new ArrayList<>(List.of(listener));
    for (int lane = 1; lane < lanes; lane++) {
      trials.add(trial.with(Seeds.all(lane)));
      listeners.add(new Listener() {});
    }
    try {
      var trainer = new Trainer(trials, listeners);
      return () -> trainer.train().get(0);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("experiment", e);
    } catch (ArithmeticException e) {
      throw new ExperimentException(
          "model",
          "a matrix of the network has more numbers than an array can hold, %s; take fewer units, or a"
                  .formatted(Integer.MAX_VALUE)
              + " smaller training.batch_size");
    } catch (OutOfMemoryError e) {
      throw new ExperimentException(
          "model",
          "the network does not fit into the %s MiB that Java may use; take fewer units, a smaller"
                  .formatted(Runtime.getRuntime().maxMemory() >> 20)
              + " training.batch_size, or more memory (KASSEI_JAVA_OPTS=-Xmx…)");
    }
  }

  /** A training run that can start. */
  @FunctionalInterface
  public interface Run {
    /** Trains to the end. */
    Outcome train();
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
