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
 * An exponential linear unit that is smooth for every alpha, f(x) = x for x &gt; 0, else
 * alpha·(exp(x/alpha) − 1).
 *
 * <p>It is computed as max(x, 0) + alpha·expm1(min(x, 0)/alpha), see {@link Elu}. There are no
 * kinks; the derivative at 0 is 1.
 *
 * <p>All peers agree on alpha 1.
 *
 * @param alpha the depth of the negative part and its width, positive: f tends to −alpha
 */
@PluginName(value = "celu", title = "CELU")
@Reference(
    "Jonathan T. Barron (2017): Continuously Differentiable Exponential Linear Units. arXiv:1704.07483")
public record Celu(double alpha) implements Activation {
  public Celu() {
    this(1);
  }

  public Celu {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr below = x.min(0);
    Expr scaled = alpha == 1 ? below : below.over(alpha);
    return x.max(0).plus(scaled.expm1().times(alpha));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Celu(), "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
