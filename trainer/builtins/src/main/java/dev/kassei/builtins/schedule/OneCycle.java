package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Schedule;

/**
 * Up to the learning rate and down again, each along half a cosine. It starts at 1 / divisor and
 * ends at 1 / (divisor · final_divisor). This is PyTorch's OneCycleLR, whose greatest rate is the
 * learning rate here; momentum stays as it is.
 *
 * @param rising the share of the steps that lead up
 * @param divisor what the first rate is divided by
 * @param finalDivisor what the first rate is divided by to get the last
 */
@PluginName(value = "one_cycle", title = "One cycle")
@Reference(
    "Smith, Topin 2018, Super-convergence: Very fast training of neural networks using large"
        + " learning rates, arXiv:1708.07120")
public record OneCycle(double rising, double divisor, double finalDivisor) implements Schedule {
  public OneCycle() {
    this(0.3, 25, 1e4);
  }

  public OneCycle {
    require(rising >= 0 && rising <= 1, "rising must be from 0 to 1 but was %s", rising);
    requireDivisor("divisor", divisor);
    requireDivisor("final_divisor", finalDivisor);
  }

  private static void requireDivisor(String name, double value) {
    requireFinite(name, value);
    require(value >= 1, "%s must be at least 1 but was %s", name, value);
  }

  @Override
  public double factor(Progress progress) {
    double top = rising * progress.steps() - 1;
    double first = 1 / divisor;
    if (progress.step() <= top) {
      return top == 0 ? 1 : Factors.cosine(first, 1, progress.step() / top);
    }
    double last = progress.steps() - 1.0;
    double passed = last == top ? 1 : (progress.step() - top) / (last - top);
    return Factors.cosine(1, first / finalDivisor, passed);
  }
}
