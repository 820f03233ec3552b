package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.Optional;

/**
 * A piecewise linear tanh, f(x) = min(max(x, low), high).
 *
 * <p>At the kinks, low and high, the derivative is 0.
 *
 * <p>All peers agree on −1 and 1; JAX has derivative 1 at the kinks.
 *
 * @param low the smallest value
 * @param high the largest value
 * @param bound short for {@code low: -bound} and {@code high: bound}
 */
@PluginName(value = "hard_tanh", title = "Hard Tanh")
@Reference("Ronan Collobert (2004): Large Scale Machine Learning. PhD thesis, Université Paris VI")
public record HardTanh(double low, double high, Optional<Double> bound) implements Activation {
  public HardTanh() {
    this(-1, 1);
  }

  /** The one between two values. */
  public HardTanh(double low, double high) {
    this(low, high, Optional.empty());
  }

  public HardTanh {
    if (bound.isPresent()) {
      require(low == -1 && high == 1, "bound stands for low and high, so give either it or those");
      high = bound.get();
      low = -high;
      bound = Optional.empty();
    }
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
