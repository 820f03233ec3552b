package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A rectifier with a learned threshold, f(x) = max(x, tau) with one trainable {@code tau} a column
 * that starts at 0; if it is affine, max(x, alpha·x + tau), where {@code alpha} starts at 0, too.
 *
 * <p>At the kink, where both are equal, the derivative is that of the second.
 *
 * <p>TensorFlow Addons defines it so.
 *
 * @param affine whether the second branch has a slope
 */
@PluginName(value = "tlu", title = "TLU")
@Reference(
    "Saurabh Singh, Shankar Krishnan (2019): Filter Response Normalization Layer: Eliminating Batch Dependence in the Training of Deep Neural Networks. arXiv:1911.09737")
public record Tlu(boolean affine) implements Activation {
  public Tlu() {
    this(false);
  }

  @Override
  public Expr apply(Expr x) {
    Expr threshold = columns(x, "tau");
    return x.max(affine ? columns(x, "alpha").times(x).plus(threshold) : threshold);
  }

  private static Expr columns(Expr x, String name) {
    return Trainable.perUnit(x, name, 0);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Tlu(), "tfa").byLibrary();
  }
}
