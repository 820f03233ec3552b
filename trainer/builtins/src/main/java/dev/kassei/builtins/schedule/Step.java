package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;

/**
 * The rate times γ after every so many epochs: γ^⌊epoch / every⌋. This is PyTorch's StepLR.
 *
 * @param every the number of epochs from one fall to the next
 * @param factor γ
 */
@PluginName(value = "step", title = "Steps")
public record Step(int every, double factor) implements Schedule {
  public Step() {
    this(30, 0.1);
  }

  public Step {
    require(every > 0, "every must be at least 1 epoch but was %s", every);
    Factors.require("factor", factor);
  }

  @Override
  public double factor(Progress progress) {
    int falls = progress.epoch() / every;
    return StrictMath.pow(factor, falls);
  }
}
