package dev.kassei.activations.stochastic;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Noise;

/**
 * A rectifier of a randomly shifted input, in training f(x) = max(0, x + ε) with ε normal of mean
 * 0, otherwise max(0, x).
 *
 * <p>At the kink, where the sum is 0, the derivative is 0. The paper calls it RT-ReLU.
 *
 * @param deviation the standard deviation of the shift, positive
 */
@PluginName(value = "randomly_translated_relu", title = "Randomly translated ReLU")
@Reference(
    "Jiale Cao, Yanwei Pang, Xuelong Li, Jingkun Liang (2018): Randomly translational "
        + "activation inspired by the input distributions of ReLU. Neurocomputing 275, 859–868")
public record TranslatedRelu(double deviation) implements Activation {
  public TranslatedRelu() {
    this(0.75);
  }

  public TranslatedRelu {
    require(deviation > 0, "deviation must be positive but was %s", deviation);
    requireFinite("deviation", deviation);
  }

  @Override
  public Expr apply(Expr x) {
    return x.plus(Noise.normal(x).times(deviation)).byMode(x).max(0);
  }
}
