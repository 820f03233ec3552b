package dev.kassei.activations.rectified;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The softplus linear unit, f(x) = x for x &gt; 0, else 2·log((1 + exp(x)) / 2).
 *
 * <p>The logarithm is that of 1 + (exp(x) − 1) / 2, so that small values keep their digits. There
 * are no kinks: the derivative at 0 is 1 from both sides. Sigmoid linear units (SiLU) are {@code
 * swish}.
 */
@PluginName(value = "slu", title = "SLU")
@Reference(
    "Huizhen Zhao, Fuxian Liu, Longyue Li, Chang Luo (2018): A novel softplus linear unit for"
        + " deep convolutional neural networks. Applied Intelligence 48, 1707–1720")
public record SoftplusLinearUnit() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(0.5).log1p().times(2));
  }
}
