package dev.kassei.api;

import java.util.List;

/** How the learning rate changes during training. */
@FunctionalInterface
public interface Schedule {
  /**
   * The factor of the learning rate for the step that comes next, finite and not negative. It
   * follows from the progress alone, so that training that is resumed goes on as it would have.
   */
  double factor(Progress progress);

  /** Whether it looks at validation losses, without which there is nothing to go by. */
  default boolean needsValidation() {
    return false;
  }

  /**
   * How far training has come.
   *
   * @param step the number of the step that comes next, from 0
   * @param steps the number of steps planned
   * @param epoch the present epoch, from 0
   * @param epochs the number of epochs planned
   * @param validationLosses the loss of each validation so far, one an epoch unless a configuration
   *     says otherwise; empty without validation data
   */
  record Progress(long step, long steps, int epoch, int epochs, LossHistory validationLosses) {
    /** With the losses so far. */
    public Progress(long step, long steps, int epoch, int epochs, List<Double> validationLosses) {
      this(step, steps, epoch, epochs, new LossHistory(validationLosses));
    }
  }
}
