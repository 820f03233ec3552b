package dev.kassei.activations.rectified;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The square of the rectifier, f(x) = max(x, 0)².
 *
 * <p>It is smooth to the first order: at 0 the derivative is 0 from both sides.
 */
@PluginName(value = "squared_relu", title = "Squared ReLU")
@Reference(
    "David R. So et al. (2021): Primer: Searching for Efficient Transformers for Language "
        + "Modeling. arXiv:2109.08668")
public record SquaredRelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).square();
  }
}
