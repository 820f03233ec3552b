package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.LossHistory;
import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;

/**
 * The rate times γ whenever the validation loss has not become better for more than some
 * validations, of which there is one an epoch unless a configuration says otherwise: a loss is
 * better if it is below (1 − threshold) times the best before. This is PyTorch's ReduceLROnPlateau.
 *
 * @param factor γ
 * @param patience how many validations in a row may be no better
 * @param threshold the share by which a loss must fall to count as better
 * @param cooldown after a fall so many validations do not count
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
    return progress.validationLosses().fold(new Watch(this)).factor();
  }

  @Override
  public boolean needsValidation() {
    return true;
  }

  /** Looks at one loss after the other, so that each takes as long late as early. */
  private record Watch(ReduceOnPlateau rule) implements LossHistory.Fold<State> {
    @Override
    public State start() {
      return new State(1, Double.POSITIVE_INFINITY, 0, 0);
    }

    @Override
    public State next(State state, double loss) {
      return state.next(loss, rule);
    }
  }

  /**
   * What is known after some validations.
   *
   * @param factor the factor of the learning rate
   * @param best the loss that another has to be better than
   * @param worse the number of validations in a row that were no better
   * @param cooling the number of validations to come that do not count
   */
  private record State(double factor, double best, int worse, int cooling) {
    State next(double loss, ReduceOnPlateau rule) {
      boolean isBetter = loss < best * (1 - rule.threshold);
      double nextBest = isBetter ? loss : best;
      int nextWorse = isBetter || cooling > 0 ? 0 : worse + 1;
      return nextWorse > rule.patience
          ? new State(Math.max(factor * rule.factor, rule.minimum), nextBest, 0, rule.cooldown)
          : new State(factor, nextBest, nextWorse, Math.max(0, cooling - 1));
    }
  }
}
