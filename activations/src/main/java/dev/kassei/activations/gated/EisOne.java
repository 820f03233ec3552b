package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The first of the EIS family, f(x) = x·log(1 + exp(x)) / (|x| + 1.16·exp(−x)).
 *
 * <p>Fraction and denominator are multiplied by exp(x) below 0, so nothing overflows, and the
 * softplus comes last. There are no kinks but one of |x| in the denominator at 0, where f is 0,
 * with slope log(2)/1.16.
 */
@PluginName(value = "eis_1", title = "EIS-1")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2020): EIS -- a "
        + "family of activation functions combining Exponential, ISRU, and Softplus. "
        + "arXiv:2009.13501")
public record EisOne() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr scale = x.min(0).exp();
    Expr denominator = x.abs().times(scale).plus(x.max(0).negate().exp().times(1.16));
    return x.times(scale).over(denominator).times(x.softplus());
  }
}
