package dev.kassei.trainer.training;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.Optimizer;
import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import java.util.List;

/**
 * The learning rate of each step of a trial.
 *
 * @param learningRate the rate before its schedule
 * @param steps the number of steps planned
 * @param validationLosses a view of those there are so far
 */
record Rate(
    Schedule schedule, double learningRate, long steps, int epochs, List<Double> validationLosses) {

  /** The rate of a trial with a schedule, whose algorithm is an optimizer. */
  static Rate of(Trial trial, Schedule schedule, List<Double> validationLosses) {
    int size = trial.batchSize();
    int stepsAnEpoch = 1 + (trial.rowsAnEpoch() - 1) / size;
    int epochs = trial.training().epochs();
    double learningRate = ((Optimizer) trial.algorithm()).learningRate();
    return new Rate(schedule, learningRate, (long) epochs * stepsAnEpoch, epochs, validationLosses);
  }

  /** The rate of the step after {@code step} others, in this epoch. */
  double of(long step, int epoch) {
    double factor = schedule.factor(new Progress(step, steps, epoch, epochs, validationLosses));
    require(
        factor >= 0 && factor < Double.POSITIVE_INFINITY,
        "a schedule gives a finite factor that is not negative, but %s gives %s in step %s",
        schedule,
        factor,
        step);
    return learningRate * factor;
  }
}
