package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.Requirements.require;
import static dev.kassei.api.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A piecewise linear tanh, f(x) = min(max(x, low), high).
 *
 * <p>At the kinks, low and high, the derivative is 0.
 *
 * <p>All peers agree on −1 and 1; JAX has derivative 1 at the kinks.
 *
 * @param low the smallest value
 * @param high the largest value
 */
@PluginName(value = "hard_tanh", title = "Hard Tanh")
@Reference("Ronan Collobert (2004): Large Scale Machine Learning. PhD thesis, Université Paris VI")
public record HardTanh(double low, double high) implements Activation {
  public HardTanh() {
    this(-1, 1);
  }

  public HardTanh {
    require(low < high, "low must be below high but they were %s and %s", low, high);
    requireFinite("low", low);
    requireFinite("high", high);
  }

  @Override
  public Expr apply(Expr x) {
    return x.clip(low, high);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new HardTanh(), "dl4j", "jax", "keras", "pytorch").byLibrary();
  }
}
