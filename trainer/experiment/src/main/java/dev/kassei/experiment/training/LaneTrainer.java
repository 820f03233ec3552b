package dev.kassei.experiment.training;

import dev.kassei.api.Listener;
import dev.kassei.api.RunStart;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.plugin.PluginFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Trains trials that an {@link ExperimentCache} has prepared: one with a listener, or some side by
 * side, and others after them. For one thread.
 */
public final class LaneTrainer implements AutoCloseable {
  private final RunOptions options;
  private final Plans plans;
  private final BooleanSupplier isStopped;

  /** Trains until nothing is left to do. */
  public LaneTrainer(RunOptions options) {
    this(options, () -> false);
  }

  /**
   * Trains until it is stopped.
   *
   * @param isStopped asked after each step whether training shall end
   */
  public LaneTrainer(RunOptions options, BooleanSupplier isStopped) {
    this.options = options;
    this.plans = new Plans(options);
    this.isStopped = isStopped;
  }

  /**
   * Makes the first weights of a trial, ready to train, with copies of other seeds in the other
   * lanes.
   *
   * @param listener told of each epoch, after those that the configuration names
   * @throws ExperimentException if the parts of the experiment do not fit together, or not into
   *     memory
   */
  public Run prepare(PreparedTrial trial, Listener listener) {
    var all = new ArrayList<>(trial.training().listeners());
    all.add(listener);
    var trials = new ArrayList<>(List.of(trial));
    var told = new Listeners(all);
    var listeners = new ArrayList<>(List.of(Optional.<Listener>of(told)));
    for (int lane = 1; lane < options.lanes(); lane++) {
      trials.add(trial.with(Seeds.all(lane)));
      listeners.add(Optional.empty());
    }
    try {
      return new Run(new TrainingLoop(trials, listeners, plans, isStopped), told);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("experiment", e);
    } catch (ArithmeticException e) {
      throw tooLarge();
    } catch (OutOfMemoryError e) {
      throw tooLittleMemory();
    }
  }

  /** The training of one trial, which can start. */
  public static final class Run {
    private final TrainingLoop loop;
    private final Listener listener;

    private Run(TrainingLoop loop, Listener listener) {
      this.loop = loop;
      this.listener = listener;
    }

    /** Tells the listeners in which folder the run will be, before it trains. */
    public void startsIn(String name, Path folder, Optional<TrialState> state) {
      int epochsDone = state.map(each -> each.epochs().size()).orElse(0);
      listener.startedIn(new RunStart(name, folder, epochsDone, loop.control()));
    }

    /** Tells the listeners that all files of the run are in its folder. */
    public void savedIn(Path folder) {
      listener.runSaved(folder);
    }

    /** Trains from the beginning, without a state for later. */
    public Outcome train() {
      return train(Optional.empty(), Checkpoints.NONE);
    }

    /**
     * Trains to the end, or until it is stopped: then the outcome is what it came to, and
     * checkpoints has the state.
     *
     * @param state where it resumes; empty if it begins
     * @param checkpoints takes its state on the way, and those of copies beside it
     * @throws ExperimentException if a formula comes to a number that it cannot use, such as one of
     *     no row
     */
    public Outcome train(Optional<TrialState> state, Checkpoints checkpoints) {
      // copies in other lanes, of which nobody looks at the outcome, resume there as well
      List<TrialState> states =
          state.map(each -> Collections.nCopies(loop.lanes(), each)).orElse(List.of());
      try {
        return loop.train(states, checkpoints).get(0);
      } catch (CancellationException e) {
        return loop.soFar().get(0);
      } catch (IllegalArgumentException e) {
        throw PluginFailure.of(e).isPresent() ? e : new ExperimentException("model", e);
      }
    }

    /** How much time each step of the plan took; empty if it was not asked for. */
    public List<StepTime> profile() {
      return loop.profile();
    }
  }

  /**
   * Trains to the end, without listeners.
   *
   * @param trials that are compatible and of equal structure
   * @throws CancellationException if it was stopped
   * @throws IllegalArgumentException if they cannot be trained side by side
   */
  public List<Outcome> train(List<PreparedTrial> trials) {
    return train(trials, List.of(), Checkpoints.NONE);
  }

  /**
   * Trains to the end, without listeners.
   *
   * @param trials that are compatible and of equal structure
   * @param states where each resumes, after equally many epochs; empty if all begin
   * @param checkpoints takes their states on the way
   * @throws CancellationException if it was stopped
   * @throws IllegalArgumentException if they cannot be trained side by side, or a state is of
   *     another trial
   * @throws ExperimentException if the network is too large for arrays
   */
  public List<Outcome> train(
      List<PreparedTrial> trials, List<TrialState> states, Checkpoints checkpoints) {
    List<Optional<Listener>> listeners = Collections.nCopies(trials.size(), Optional.empty());
    try {
      return new TrainingLoop(trials, listeners, plans, isStopped).train(states, checkpoints);
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  /** What it means that a size does not fit into 32 bits. */
  private static ExperimentException tooLarge() {
    return new ExperimentException(
        "model",
        "a matrix of the network has more numbers than an array can hold, %s; take fewer units, or a"
                .formatted(Integer.MAX_VALUE)
            + " smaller training.batch_size");
  }

  private static ExperimentException tooLittleMemory() {
    return new ExperimentException(
        "model",
        "the network does not fit into the %s MiB that Java may use; take fewer units, a smaller"
                .formatted(Runtime.getRuntime().maxMemory() >> 20)
            + " training.batch_size, or more memory (KASSEI_JAVA_OPTS=-Xmx…)");
  }

  /** Ends the threads. */
  @Override
  public void close() {
    plans.close();
  }
}
