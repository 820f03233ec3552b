package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The sigmoid form of {@link Gelu} under its name in CLIP and its relatives, f(x) = x·σ(1.702·x).
 *
 * <p>It is {@link Gelu.Approximation#SIGMOID}. There are no kinks.
 */
@PluginName(value = "quick_gelu", title = "Quick GELU")
@Reference(
    "Dan Hendrycks, Kevin Gimpel (2016): Gaussian Error Linear Units (GELUs). "
        + "arXiv:1606.08415")
public record QuickGelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return new Gelu(Gelu.Approximation.SIGMOID).apply(x);
  }
}
