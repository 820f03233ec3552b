package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * {@link Gelu} clipped for quantization, f(x) = clip(gelu(x), low, high).
 *
 * <p>At the kinks the derivative is 0.
 *
 * @param low the least value
 * @param high the greatest value, above low
 */
@PluginName(value = "clipped_gelu", title = "Clipped GELU")
@Reference(
    "Hao Wu, Patrick Judd, Xiaojie Zhang, Mikhail Isaev, Paulius Micikevicius (2020): Integer"
        + " Quantization for Deep Learning Inference: Principles and Empirical Evaluation. "
        + "arXiv:2004.09602")
public record ClippedGelu(double low, double high) implements Activation {
  public ClippedGelu() {
    this(-10, 10);
  }

  public ClippedGelu {
    requireFinite("low", low);
    require(low < high, "low must be less than high but they are %s and %s", low, high);
    requireFinite("high", high);
  }

  @Override
  public Expr apply(Expr x) {
    return new Gelu().apply(x).clip(low, high);
  }
}
