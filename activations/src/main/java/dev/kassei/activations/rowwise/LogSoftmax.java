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
 * <p>The row's largest value is subtracted first, so nothing overflows. There are no kinks.
 *
 * <p>All peers agree, for the last axis.
 */
@PluginName(value = "log_softmax", title = "Log Softmax")
@Reference(
    "John S. Bridle (1990): Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition. Neurocomputing, NATO ASI Series 68, 227–236")
public record LogSoftmax() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr shifted = x.minus(x.rowMax().detached());
    return shifted.minus(shifted.exp().rowSum().log());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new LogSoftmax(), "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
