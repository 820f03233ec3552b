package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier with a trainable offset for each unit, f(x) = max(x, 0) + b.
 *
 * <p>At the kink, 0, the derivative is 0. The paper calls it FReLU, as others do a funnel ReLU,
 * which looks at the neighbours of a pixel, and a fractional ReLU.
 *
 * @param b the first offset
 */
@PluginName(value = "flexible_relu", title = "Flexible ReLU")
@Reference(
    "Suo Qiu, Xiangmin Xu, Bolun Cai (2017): FReLU: Flexible Rectified Linear Units for "
        + "Improving Convolutional Neural Networks. arXiv:1706.08098")
public record FlexibleRelu(double b) implements Activation {
  public FlexibleRelu() {
    this(0);
  }

  public FlexibleRelu {
    requireFinite("b", b);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(Trainable.perUnit(x, "b", b));
  }
}
