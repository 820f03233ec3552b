package dev.kassei.experiment.training;

import dev.kassei.api.Listener;
import dev.kassei.experiment.config.ExperimentException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Trains prepared trials, some side by side, and others after them. For one thread. */
public final class LaneTrainer implements AutoCloseable {
  private final Plans plans;
  private final BooleanSupplier isStopped;

  /**
   * A place to train at.
   *
   * @param isStopped asked after each epoch whether training shall end
   */
  public LaneTrainer(RunOptions options, BooleanSupplier isStopped) {
    this.plans = new Plans(options);
    this.isStopped = isStopped;
  }

  /**
   * Trains to the end.
   *
   * @param trials that are compatible and of equal structure
   * @throws CancellationException if it was stopped
   * @throws IllegalArgumentException if they cannot be trained side by side
   */
  public List<Outcome> train(List<PreparedTrial> trials) {
    return train(trials, List.of(), Checkpoints.NONE);
  }

  /**
   * Trains to the end.
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
    List<Trial> all = trials.stream().map(PreparedTrial::trial).toList();
    try {
      return new Trainer(all, listeners, plans, isStopped).train(states, checkpoints);
    } catch (ArithmeticException e) {
      throw Experiment.tooLarge();
    }
  }

  @Override
  public void close() {
    plans.close();
  }
}
