package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import java.util.OptionalInt;

/**
 * How often the validation split is measured; after the last epoch it always is.
 *
 * @param epochs after every so many epochs; if both are empty, after each
 * @param steps after every so many steps, also within an epoch
 */
public record ValidateEvery(OptionalInt epochs, OptionalInt steps) {
  public ValidateEvery {
    require(
        epochs.isEmpty() || steps.isEmpty(),
        "expected epochs or steps but both were given: %s and %s",
        epochs.orElse(0),
        steps.orElse(0));
    require(epochs.orElse(1) > 0, "epochs must be positive but was %s", epochs.orElse(1));
    require(steps.orElse(1) > 0, "steps must be positive but was %s", steps.orElse(1));
  }

  /** After each epoch. */
  public ValidateEvery() {
    this(OptionalInt.empty(), OptionalInt.empty());
  }

  /** After every so many epochs. */
  @Shorthand
  public static ValidateEvery epochs(int epochs) {
    return new ValidateEvery(OptionalInt.of(epochs), OptionalInt.empty());
  }

  /** Whether it is time at the end of an epoch. */
  public boolean isDue(int epochsDone, long stepsDone) {
    return steps.isPresent() ? isDueWithin(stepsDone) : epochsDone % epochs.orElse(1) == 0;
  }

  /** Whether it is time within an epoch. */
  public boolean isDueWithin(long stepsDone) {
    return steps.isPresent() && stepsDone % steps.getAsInt() == 0;
  }
}
