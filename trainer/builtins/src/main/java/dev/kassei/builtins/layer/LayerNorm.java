package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Layer normalization: (x − mean) / √(variance + ε) · weight + bias, with mean and variance of each
 * row; of images, of the channels at each position.
 *
 * @param epsilon what is added to the variance
 * @param affine whether there are weight and bias, one for each column
 */
@PluginName(value = "layer_norm", title = "Layer normalization")
@Reference("Ba, Kiros, Hinton 2016, Layer normalization, arXiv:1607.06450")
public record LayerNorm(double epsilon, boolean affine) implements Layer {
  public LayerNorm() {
    this(1e-5, true);
  }

  public LayerNorm {
    Affine.requireEpsilon(epsilon);
  }

  @Override
  public Expr apply(Expr x) {
    Expr centred = x.minus(x.rowMean());
    Expr deviation = centred.square().rowMean().plus(epsilon).sqrt();
    return Affine.of(centred.over(deviation), affine);
  }
}
