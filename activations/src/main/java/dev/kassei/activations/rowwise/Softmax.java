package dev.kassei.activations.rowwise;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * Each row as probabilities, f(x)ᵢ = exp(xᵢ) / Σⱼ exp(xⱼ).
 *
 * <p>The row's largest value is subtracted first, so nothing overflows and the sum is at least 1.
 * Its part in the derivative is 0, and the derivative goes through it nevertheless: the rounding
 * errors of the largest value's slope then cancel where that slope vanishes. There are no kinks.
 *
 * <p>All peers agree, for the last axis.
 */
@PluginName(value = "softmax", title = "Softmax")
@Reference(
    "John S. Bridle (1990): Probabilistic Interpretation of Feedforward Classification Network"
        + " Outputs, with Relationships to Statistical Pattern Recognition. Neurocomputing, NATO"
        + " ASI Series 68, 227–236")
public record Softmax() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.softmax();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Softmax(), "article", "dl4j", "jax", "keras", "onnx", "pytorch")
        .byLibrary();
  }
}
