package dev.kassei.activations.periodic;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The growing cosine unit, f(x) = x·cos(x).
 *
 * <p>There are no kinks.
 */
@PluginName(value = "gcu", title = "GCU")
@Reference(
    "Mathew Mithra Noel, Arunkumar L, Advait Trivedi, Praneet Dutta (2021): Growing Cosine "
        + "Unit: A Novel Oscillatory Activation Function That Can Speedup Training and Reduce "
        + "Parameters in Convolutional Neural Networks. arXiv:2108.12943")
public record Gcu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.cos());
  }
}
