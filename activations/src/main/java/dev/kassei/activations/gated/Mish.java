package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The value gated by the tanh of its softplus, f(x) = x·tanh(log(1 + exp(x))).
 *
 * <p>The logarithm is the primitive softplus, which never overflows. There are no kinks.
 *
 * <p>All peers agree.
 */
@PluginName(value = "mish", title = "Mish")
@Reference(
    "Diganta Misra (2019): Mish: A Self Regularized Non-Monotonic Activation Function."
        + " arXiv:1908.08681")
public record Mish() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.softplus().tanh());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Mish(), "article", "dl4j", "jax", "keras", "onnx", "pytorch", "tfa")
        .byLibrary();
  }
}
