package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by a logarithm, f(x) = x·log(1 + σ(x)).
 *
 * <p>There are no kinks; the gate tends to 0 and to log(2).
 */
@PluginName(value = "logish", title = "Logish")
@Reference(
    "Hegui Zhu, Huimin Zeng, Jinhai Liu, Xiangde Zhang (2021): Logish: A new nonlinear "
        + "nonmonotonic activation function for convolutional neural network. Neurocomputing 458, "
        + "490–499")
public record Logish() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.sigmoid().log1p());
  }
}
