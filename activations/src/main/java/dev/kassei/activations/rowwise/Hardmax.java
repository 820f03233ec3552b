package dev.kassei.activations.rowwise;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * 1 at the first largest value of each row, 0 elsewhere.
 *
 * <p>The value jumps where another column becomes the largest; the derivative is 0 everywhere, so
 * nothing before it learns. What is not equal to itself, NaN, stays NaN.
 *
 * <p>ONNX defines it so, for the last axis.
 */
@PluginName(value = "hardmax", title = "Hardmax")
@Reference("One where the largest value is, named by ONNX; no paper defines it.")
public record Hardmax() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.equalTo(x), x.firstMax(), x);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Hardmax(), "onnx").byLibrary();
  }
}
