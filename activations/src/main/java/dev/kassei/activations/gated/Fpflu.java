package dev.kassei.activations.gated;

import dev.kassei.activations.Roots;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The faster power function linear unit: x for x &gt; 0, else x + x²/√(1 + x²), twice {@link Pflu}.
 *
 * <p>Below 0 it is x / (r·(r + |x|)) with r = √(1 + x²), which does not cancel. At 0 the derivative
 * is 1 from both sides.
 */
@PluginName(value = "fpflu", title = "FPFLU")
@Reference(
    "Meng Zhu, Weidong Min, Qi Wang, Song Zou, Xinhao Chen (2021): PFLU and FPFLU: Two novel "
        + "non-monotonic activation functions in convolutional neural networks. Neurocomputing 429,"
        + " 110–117")
public record Fpflu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr root = Roots.hypotenuse(x);
    return Expr.where(x.greaterThan(0), x, x.over(Roots.mean(root, x)).over(root).over(2));
  }
}
