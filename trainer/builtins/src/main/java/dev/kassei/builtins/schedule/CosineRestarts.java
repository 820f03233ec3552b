package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Schedule;

/**
 * Half a cosine again and again, each time from 1 down to m: m + (1 − m)·(1 + cos(π·t / T)) / 2 at
 * step t of a cycle of T steps. This is PyTorch's CosineAnnealingWarmRestarts, step by step.
 *
 * @param period the number of steps of the first cycle
 * @param growth by what factor each cycle is longer than the one before
 * @param minimum m, the factor that it falls to
 */
@PluginName(value = "cosine_restarts", title = "Cosine with restarts")
@Reference(
    "Loshchilov, Hutter 2017, SGDR: Stochastic gradient descent with warm restarts,"
        + " arXiv:1608.03983")
public record CosineRestarts(int period, int growth, double minimum) implements Schedule {
  public CosineRestarts() {
    this(100, 1, 0);
  }

  public CosineRestarts {
    require(period > 0, "period must be at least 1 step but was %s", period);
    require(growth > 0, "growth must be at least 1 but was %s", growth);
    require(minimum >= 0 && minimum <= 1, "minimum must be from 0 to 1 but was %s", minimum);
  }

  @Override
  public double factor(Progress progress) {
    double step = (double) progress.step();
    return growth == 1 ? at(step % period, period) : growing(step, period);
  }

  private double growing(double step, double length) {
    return step < length ? at(step, length) : growing(step - length, length * growth);
  }

  private double at(double step, double length) {
    return Factors.cosine(1, minimum, step / length);
  }
}
