package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A rectifier whose leak is learned, f(x) = x for x &gt; 0, else alpha·x with the trainable
 * parameter {@code alpha}.
 *
 * <p>At the kink, 0, the derivative is alpha.
 *
 * <p>Peers differ: one slope for all columns that starts at 0.25 in PyTorch, one a column that
 * starts at 0 in Keras and DL4J; ONNX takes the slopes as an input.
 *
 * @param alpha the first slope for negative values
 * @param shared whether all columns have one slope, or each its own
 */
@PluginName(value = "prelu", title = "PReLU")
@Reference(
    "Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun (2015): Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification. arXiv:1502.01852")
public record PRelu(double alpha, boolean shared) implements Activation {
  public PRelu() {
    this(0.25, true);
  }

  public PRelu {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr slope =
        shared ? Trainable.perLayer(x, "alpha", alpha) : Trainable.perUnit(x, "alpha", alpha);
    return Expr.where(x.greaterThan(0), x, x.times(slope));
  }

  /** √(2 / (1 + alpha²)) for the first alpha, which keeps the variance at the first step. */
  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(Math.sqrt(2 / (1 + alpha * alpha)));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new PRelu(), "pytorch").and(new PRelu(0, false), "dl4j", "keras").byLibrary();
  }
}
