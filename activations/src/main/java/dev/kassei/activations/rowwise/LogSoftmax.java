package dev.kassei.activations.rowwise;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The logarithm of each row's softmax, f(x)ᵢ = xᵢ − log Σⱼ exp(xⱼ).
 *
 * <p>The row's largest value is subtracted first, so nothing overflows; the sum of the others is
 * added to its 1 by log1p, so f keeps its digits near 0. The derivative goes through the largest
 * value, but not through its difference with itself, which would cancel. There are no kinks.
 *
 * <p>All peers agree, for the last axis.
 */
@PluginName(value = "log_softmax", title = "Log Softmax")
@Reference(
    "John S. Bridle (1990): Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition. Neurocomputing, NATO ASI Series 68, 227–236")
public record LogSoftmax() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr largest = x.firstMax();
    Expr difference = x.minus(x.rowMax());
    Expr shifted = Expr.where(largest, difference.detached(), difference);
    Expr others = Expr.where(largest, Expr.constant(0), shifted.exp()).rowSum();
    return shifted.minus(others.log1p());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new LogSoftmax(), "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
