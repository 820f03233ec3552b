package dev.kassei.builtins.schedule;

import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;

/**
 * The rate times γ after each epoch: γ^epoch. This is PyTorch's ExponentialLR.
 *
 * @param factor γ
 */
@PluginName(value = "exponential", title = "Exponential")
public record Exponential(double factor) implements Schedule {
  public Exponential() {
    this(0.95);
  }

  public Exponential {
    Factors.require("factor", factor);
  }

  @Override
  public double factor(Progress progress) {
    return StrictMath.pow(factor, progress.epoch());
  }
}
