package dev.kassei.api;

import java.util.OptionalDouble;

/** How the learning rate changes during training. */
@FunctionalInterface
public interface Schedule {
  /** The factor of the learning rate for the step that comes next. */
  double factor(Progress progress);

  /**
   * How far training has come.
   *
   * @param step the number of the step that comes next, from 0
   * @param steps the number of steps planned
   * @param epoch the present epoch, from 0
   * @param epochs the number of epochs planned
   * @param validationLoss the validation loss after the last epoch; empty before the first and
   *     without validation data
   */
  record Progress(long step, long steps, int epoch, int epochs, OptionalDouble validationLoss) {}
}
