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
 * A smooth rectifier, f(x) = log(1 + exp(beta·x)) / beta.
 *
 * <p>The logarithm is the primitive softplus, which never overflows. With a beta other than 1, f(x)
 * is x where beta·x exceeds 40: there they agree to the last bit, and beta·x may overflow. There
 * are no kinks.
 *
 * <p>All peers agree on beta 1; PyTorch returns x from beta·x = 20 on, 2·10⁻⁹ less.
 *
 * @param beta the sharpness of the bend, positive
 */
@PluginName(value = "softplus", title = "Softplus")
@Reference(
    "Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia (2000):"
        + " Incorporating Second-Order Functional Knowledge for Better Option Pricing. NIPS 13")
public record Softplus(double beta) implements Activation {
  /** log(1 + exp(u)) is u, rounded to 53 bits, from here on. */
  private static final double LINEAR = 40;

  public Softplus() {
    this(1);
  }

  public Softplus {
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    if (beta == 1) {
      return x.softplus();
    }
    Expr scaled = x.times(beta);
    return Expr.where(scaled.greaterThan(LINEAR), x, scaled.softplus().over(beta));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Softplus(), "article", "dl4j", "jax", "keras", "onnx", "pytorch")
        .byLibrary();
  }
}
