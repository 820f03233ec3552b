package dev.kassei.activations.polynomial;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The non-monotonic cubic unit, f(x) = x − x³.
 *
 * <p>There are no kinks; beyond about 10¹⁰², in float32 10¹², f overflows.
 */
@PluginName(value = "ncu", title = "NCU")
@Reference(
    "Mathew Mithra Noel, Shubham Bharadwaj, Venkataraman Muthiah-Nakarajan, Praneet Dutta, "
        + "Geraldine Bessie Amali (2021): Biologically Inspired Oscillating Activation Functions "
        + "Can Bridge the Performance Gap between Biological and Artificial Neurons. "
        + "arXiv:2111.04020")
public record Ncu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.minus(x.power(3));
  }
}
