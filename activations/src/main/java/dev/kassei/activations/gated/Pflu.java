package dev.kassei.activations.gated;

import dev.kassei.activations.Roots;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The power function linear unit, f(x) = x/2·(1 + x/√(1 + x²)).
 *
 * <p>Below 0, where the sum cancels, it is x / (2·r·(r + |x|)) with r = √(1 + x²), see {@link
 * Roots#hypotenuse}. There are no kinks.
 */
@PluginName(value = "pflu", title = "PFLU")
@Reference(
    "Meng Zhu, Weidong Min, Qi Wang, Song Zou, Xinhao Chen (2021): PFLU and FPFLU: Two novel "
        + "non-monotonic activation functions in convolutional neural networks. Neurocomputing 429,"
        + " 110–117")
public record Pflu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr root = Roots.hypotenuse(x);
    Expr positive = x.over(root).plus(1).over(2).times(x);
    return Expr.where(x.greaterThan(0), positive, x.over(Roots.mean(root, x)).over(root).over(4));
  }
}
