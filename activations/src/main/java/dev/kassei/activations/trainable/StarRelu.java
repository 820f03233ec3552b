package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The squared rectifier, scaled and shifted, f(x) = scale·max(x, 0)² + shift, both trainable, one
 * pair a layer.
 *
 * <p>The first values give standard normal inputs mean 0 and variance 1. It is smooth to the first
 * order: at 0 the derivative is 0.
 *
 * @param scale the first factor of the square
 * @param shift the first value for negative inputs
 */
@PluginName(value = "star_relu", title = "StarReLU")
@Reference(
    "Weihao Yu, Chenyang Si, Pan Zhou, Mi Luo, Yichen Zhou, Jiashi Feng, Shuicheng Yan, "
        + "Xinchao Wang (2022): MetaFormer Baselines for Vision. arXiv:2210.13452")
public record StarRelu(double scale, double shift) implements Activation {
  public StarRelu() {
    this(0.8944, -0.4472);
  }

  public StarRelu {
    requireFinite("scale", scale);
    requireFinite("shift", shift);
  }

  @Override
  public Expr apply(Expr x) {
    Expr positive = x.max(0);
    Expr square = positive.times(Trainable.perLayer(x, "scale", scale)).times(positive);
    return square.plus(Trainable.perLayer(x, "shift", shift));
  }
}
