package dev.kassei.experiment.training;

import dev.kassei.api.LossHistory;
import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import dev.kassei.experiment.config.ExperimentException;
import java.util.List;

/**
 * The learning rate of each step of a trial.
 *
 * @param learningRate the rate before its schedule
 * @param steps the number of steps planned
 * @param validationLosses those there are so far
 */
record Rate(
    Schedule schedule, double learningRate, long steps, int epochs, LossHistory validationLosses) {

  /**
   * The rate of a trial with a schedule, whose algorithm is an optimizer.
   *
   * @param validationLosses a view of those there are so far
   */
  static Rate of(PreparedTrial trial, Schedule schedule, List<Double> validationLosses) {
    int epochs = trial.training().epochs();
    double learningRate = trial.template().learner().formulas().orElseThrow().learningRate();
    return new Rate(
        schedule,
        learningRate,
        (long) epochs * trial.stepsPerEpoch(),
        epochs,
        new LossHistory(validationLosses));
  }

  /** The rate of the step after {@code step} others, in this epoch. */
  double of(long step, int epoch) {
    double factor = schedule.factor(new Progress(step, steps, epoch, epochs, validationLosses));
    if (factor >= 0 && factor < Double.POSITIVE_INFINITY) {
      return learningRate * factor;
    }
    throw new ExperimentException(
        "training.schedule",
        "the plugin %s (%s) gives the factor %s in step %s, where a schedule gives a finite one that is not negative; fix the plugin, or leave it out"
            .formatted(schedule, schedule.getClass().getName(), factor, step));
  }
}
