package dev.kassei.api;

import java.util.List;
import org.apiguardian.api.API;

/** How the learning rate changes during training. */
@API(status = API.Status.STABLE, since = "0.1")
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

  /** How far training has come. */
  final class Progress {
    private final long step;
    private final long steps;
    private final int epoch;
    private final int epochs;
    private final LossHistory validationLosses;

    /**
     * The progress at the step that comes next.
     *
     * @param step its number, from 0
     * @param steps the number of steps planned
     * @param epoch the present epoch, from 0
     * @param epochs the number of epochs planned
     * @param validationLosses the losses so far
     */
    public Progress(long step, long steps, int epoch, int epochs, LossHistory validationLosses) {
      this.step = step;
      this.steps = steps;
      this.epoch = epoch;
      this.epochs = epochs;
      this.validationLosses = validationLosses;
    }

    /** With the losses so far as a list. */
    public Progress(long step, long steps, int epoch, int epochs, List<Double> validationLosses) {
      this(step, steps, epoch, epochs, new LossHistory(validationLosses));
    }

    /** The number of the step that comes next, from 0. */
    public long step() {
      return step;
    }

    /** The number of steps planned. */
    public long steps() {
      return steps;
    }

    /** The present epoch, from 0. */
    public int epoch() {
      return epoch;
    }

    /** The number of epochs planned. */
    public int epochs() {
      return epochs;
    }

    /**
     * The loss of each validation so far, one per epoch unless a configuration says otherwise;
     * empty without validation data.
     */
    public LossHistory validationLosses() {
      return validationLosses;
    }

    /**
     * The progress of what begins after so many of the steps, such as a schedule within another.
     */
    public Progress after(long past) {
      return new Progress(step - past, steps - past, epoch, epochs, validationLosses);
    }

    /** Such as {@code step 30 of 100, epoch 3 of 10}. */
    @Override
    public String toString() {
      return "step %s of %s, epoch %s of %s".formatted(step, steps, epoch, epochs);
    }
  }
}
