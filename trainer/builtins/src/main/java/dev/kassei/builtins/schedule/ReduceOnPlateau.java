package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;

/**
 * The rate times γ whenever the validation loss has not become better for more than some epochs: a
 * loss is better if it is below (1 − threshold) times the best before. This is PyTorch's
 * ReduceLROnPlateau.
 *
 * @param factor γ
 * @param patience how many epochs in a row may be no better
 * @param threshold the share by which a loss must fall to count as better
 * @param cooldown after a fall so many epochs do not count
 * @param minimum the factor below which the rate does not fall
 */
@PluginName(value = "reduce_on_plateau", title = "Reduce on plateau")
public record ReduceOnPlateau(
    double factor, int patience, double threshold, int cooldown, double minimum)
    implements Schedule {
  public ReduceOnPlateau() {
    this(0.1, 10, 1e-4, 0, 0);
  }

  public ReduceOnPlateau {
    require(factor > 0 && factor < 1, "factor must be between 0 and 1 but was %s", factor);
    require(patience >= 0, "patience must not be negative but was %s", patience);
    require(
        threshold >= 0 && threshold < 1,
        "threshold must be at least 0 and below 1 but was %s",
        threshold);
    require(cooldown >= 0, "cooldown must not be negative but was %s", cooldown);
    require(minimum >= 0 && minimum <= 1, "minimum must be from 0 to 1 but was %s", minimum);
  }

  @Override
  public double factor(Progress progress) {
    double present = 1;
    double best = Double.POSITIVE_INFINITY;
    int worse = 0;
    int cooling = 0;
    for (double loss : progress.validationLosses()) {
      boolean isBetter = loss < best * (1 - threshold);
      best = isBetter ? loss : best;
      worse = isBetter || cooling > 0 ? 0 : worse + 1;
      cooling = Math.max(0, cooling - 1);
      if (worse > patience) {
        present = Math.max(present * factor, minimum);
        cooling = cooldown;
        worse = 0;
      }
    }
    return present;
  }

  @Override
  public boolean needsValidation() {
    return true;
  }
}
