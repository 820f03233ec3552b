package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The logarithm of the logistic function, f(x) = log(1 / (1 + exp(−x))).
 *
 * <p>It is computed as −softplus(−x), which neither overflows nor loses the tail. There are no
 * kinks.
 *
 * <p>All peers agree.
 */
@PluginName(value = "log_sigmoid", title = "LogSigmoid")
@Reference(
    "The logarithm of the logistic function, which log-likelihoods of two classes are made of; no paper defines it as an activation.")
public record LogSigmoid() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.negate().softplus().negate();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new LogSigmoid(), "jax", "keras", "pytorch").byLibrary();
  }
}
