package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Schedule;

/**
 * Half a cosine over all steps: m + (1 − m)·(1 + cos(π·step / steps)) / 2. This is PyTorch's
 * CosineAnnealingLR, step by step.
 *
 * @param minimum m, the factor that it falls to
 */
@PluginName(value = "cosine", title = "Cosine")
@Reference(
    "Loshchilov, Hutter 2017, SGDR: Stochastic gradient descent with warm restarts,"
        + " arXiv:1608.03983")
public record Cosine(double minimum) implements Schedule {
  public Cosine() {
    this(0);
  }

  public Cosine {
    require(minimum >= 0 && minimum <= 1, "minimum must be from 0 to 1 but was %s", minimum);
  }

  @Override
  public double factor(Progress progress) {
    double passed = (double) progress.step() / progress.steps();
    return Factors.cosine(1, minimum, passed);
  }
}
