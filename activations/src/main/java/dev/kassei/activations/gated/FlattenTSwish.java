package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A swish cut off below 0 and lowered, f(x) = max(x, 0)·σ(x) + threshold.
 *
 * <p>At the kink, 0, the derivative is 0.
 *
 * @param threshold the value for negative inputs
 */
@PluginName(value = "flatten_t_swish", title = "Flatten-T Swish")
@Reference(
    "Hock Hung Chieng, Noorhaniza Wahid, Pauline Ong, Sai Raj Kishore Perla (2018): Flatten-T"
        + " Swish: a thresholded ReLU-Swish-like activation function for deep learning. "
        + "arXiv:1812.06247")
public record FlattenTSwish(double threshold) implements Activation {
  public FlattenTSwish() {
    this(-0.2);
  }

  public FlattenTSwish {
    requireFinite("threshold", threshold);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).times(x.sigmoid()).plus(threshold);
  }
}
