package dev.kassei.builtins.schedule;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Schedule;

/**
 * A fall to 0 over all steps: (1 − step / steps)^power, a straight line by default. This is
 * PyTorch's PolynomialLR, step by step.
 *
 * @param power the exponent
 */
@PluginName(value = "polynomial", title = "Polynomial")
@Reference("Chen, Papandreou, Kokkinos, Murphy, Yuille 2018, DeepLab, arXiv:1606.00915")
public record Polynomial(double power) implements Schedule {
  public Polynomial() {
    this(1);
  }

  public Polynomial {
    requireFinite("power", power);
    require(power > 0, "power must be positive but was %s", power);
  }

  @Override
  public double factor(Progress progress) {
    return StrictMath.pow(1 - (double) progress.step() / progress.steps(), power);
  }
}
