package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Root mean square normalization: x / √(mean of x² + ε) · weight, with the mean of each row; of
 * images, of the channels at each position.
 *
 * @param epsilon what is added to the mean square; PyTorch adds the precision's rounding unit
 * @param affine whether there is a weight for each column
 */
@PluginName(value = "rms_norm", title = "RMS normalization")
@Reference("Zhang, Sennrich 2019, Root mean square layer normalization, arXiv:1910.07467")
public record RmsNorm(double epsilon, boolean affine) implements Layer {
  public RmsNorm() {
    this(1e-6, true);
  }

  public RmsNorm {
    Affine.requireEpsilon(epsilon);
  }

  @Override
  public Expr apply(Expr x) {
    Expr normal = x.over(x.square().rowMean().plus(epsilon).sqrt());
    return affine ? normal.times(Affine.weight(x)) : normal;
  }
}
