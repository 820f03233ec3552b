package dev.kassei.activations.polynomial;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The shifted quadratic unit, f(x) = x² + x.
 *
 * <p>There are no kinks; beyond about 10¹⁵⁴, in float32 10¹⁹, f overflows.
 */
@PluginName(value = "squ", title = "SQU")
@Reference(
    "Mathew Mithra Noel, Shubham Bharadwaj, Venkataraman Muthiah-Nakarajan, Praneet Dutta, "
        + "Geraldine Bessie Amali (2021): Biologically Inspired Oscillating Activation Functions "
        + "Can Bridge the Performance Gap between Biological and Artificial Neurons. "
        + "arXiv:2111.04020")
public record Squ() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.square().plus(x);
  }
}
