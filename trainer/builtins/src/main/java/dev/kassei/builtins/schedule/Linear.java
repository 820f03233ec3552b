package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;
import java.util.Optional;

/**
 * A straight line from one factor to another over some steps; the rate then stays. This is
 * PyTorch's LinearLR, step by step.
 *
 * @param steps the number of steps on the line; all of them if left out
 * @param start the factor of the first step
 * @param end the factor from the end of the line on
 */
@PluginName(value = "linear", title = "Linear")
public record Linear(Optional<Integer> steps, double start, double end) implements Schedule {
  public Linear() {
    this(Optional.empty(), 1, 0.1);
  }

  public Linear {
    steps.ifPresent(number -> require(number > 0, "steps must be at least 1 but was %s", number));
    requireFactor("start", start);
    requireFactor("end", end);
  }

  private static void requireFactor(String name, double value) {
    require(
        value >= 0 && Double.isFinite(value),
        "%s must be a finite number that is not negative but was %s",
        name,
        value);
  }

  @Override
  public double factor(Progress progress) {
    long line = steps.map(Integer::longValue).orElse(progress.steps());
    double passed = Math.min(1, (double) progress.step() / line);
    return passed == 1 ? end : start + (end - start) * passed;
  }
}
