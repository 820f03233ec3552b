package dev.kassei.activations.gated;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The rectified hyperbolic secant, f(x) = x / cosh(x).
 *
 * <p>It is computed as 2·x·exp(−|x|) / (1 + exp(−2|x|)), which never overflows. There are no kinks;
 * f tends to 0 on both sides.
 */
@PluginName(value = "resech", title = "ReSech")
@Reference(
    "Samuel N. Njikam, Huan Zhao (2016): A novel activation function for multilayer "
        + "feed-forward neural networks. Applied Intelligence 45, 75–82")
public record Resech() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr decay = Exponents.bounded(x).abs().negate().exp();
    return x.times(decay.times(2).over(decay.square().plus(1)));
  }
}
