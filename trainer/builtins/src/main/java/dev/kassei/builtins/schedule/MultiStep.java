package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.Schedule;
import java.util.List;

/**
 * The rate times γ at each of some epochs. This is PyTorch's MultiStepLR.
 *
 * @param epochs the epochs, counted from 0, before which it falls
 * @param factor γ
 */
@PluginName(value = "multi_step", title = "Steps at epochs")
public record MultiStep(@Required List<Integer> epochs, double factor) implements Schedule {
  public MultiStep() {
    this(List.of(30, 80), 0.1);
  }

  public MultiStep {
    epochs = List.copyOf(epochs);
    require(!epochs.isEmpty(), "epochs must name at least one epoch, such as [30, 80]");
    epochs.forEach(
        epoch -> require(epoch >= 0, "epochs must not be negative but one is %s", epoch));
    Factors.require("factor", factor);
  }

  @Override
  public double factor(Progress progress) {
    long passed = epochs.stream().filter(epoch -> epoch <= progress.epoch()).count();
    return StrictMath.pow(factor, (double) passed);
  }
}
