package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The natural logarithm of the rectifier, f(x) = log(1 + beta·max(x, 0)).
 *
 * <p>At the kink, 0, the derivative is 0.
 *
 * @param beta the slope just above 0, positive
 */
@PluginName(value = "nlrelu", title = "NLReLU")
@Reference(
    "Yang Liu, Jianpeng Zhang, Chao Gao, Jinghua Qu, Lixin Ji (2019): "
        + "Natural-Logarithm-Rectified Activation Function in Convolutional Neural Networks. "
        + "arXiv:1908.03682")
public record NaturalLogRelu(double beta) implements Activation {
  public NaturalLogRelu() {
    this(1);
  }

  public NaturalLogRelu {
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).times(beta).log1p();
  }
}
