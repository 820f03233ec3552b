package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Schedule;
import java.util.Optional;

/**
 * A straight line to the learning rate over the first steps, and then another schedule over those
 * that are left: PyTorch's LinearLR, followed by the other in SequentialLR. Epochs are counted from
 * the beginning throughout.
 *
 * @param steps the number of steps that lead there
 * @param start the factor of the first step; above 1 the line leads down
 * @param then what follows; if empty, the rate stays
 */
@PluginName(value = "warmup", title = "Warm-up")
@Reference("Goyal et al. 2017, Accurate, large minibatch SGD, arXiv:1706.02677")
public record Warmup(int steps, double start, Optional<Schedule> then) implements Schedule {
  public Warmup() {
    this(100, 0.01, Optional.empty());
  }

  public Warmup {
    require(steps > 0, "steps must be at least 1 but was %s", steps);
    require(
        start >= 0 && Double.isFinite(start),
        "start must be a finite number that is not negative but was %s",
        start);
  }

  @Override
  public double factor(Progress progress) {
    if (progress.step() < steps) {
      return start + (1 - start) * progress.step() / steps;
    }
    return then.map(schedule -> schedule.factor(progress.after(steps))).orElse(1.0);
  }

  @Override
  public boolean needsValidation() {
    return then.map(Schedule::needsValidation).orElse(false);
  }
}
