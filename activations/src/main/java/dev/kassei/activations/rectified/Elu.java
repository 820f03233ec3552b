package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The exponential linear unit, f(x) = x for x &gt; 0, else alpha·(exp(x) − 1).
 *
 * <p>It is computed as max(x, 0) + alpha·expm1(min(x, 0)), which neither overflows for positive x
 * nor loses the digits of exp(x) − 1 near 0. At 0, a kink unless alpha is 1, the derivative is
 * alpha.
 *
 * <p>All peers agree on alpha 1.
 *
 * @param alpha the depth of the negative part, positive: f tends to −alpha
 */
@PluginName(value = "elu", title = "ELU")
@Reference(
    "Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter (2015): Fast and Accurate Deep Network"
        + " Learning by Exponential Linear Units (ELUs). arXiv:1511.07289")
public record Elu(double alpha) implements Activation {
  public Elu() {
    this(1);
  }

  public Elu {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(alpha));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Elu(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
