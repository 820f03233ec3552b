package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by a logarithm, f(x) = x·log(2 − exp(−exp(x))).
 *
 * <p>It is computed as x·log1p(−expm1(−exp(x))), which keeps its digits far below 0; the inner
 * exponential is not computed beyond x = 20, where the gate is log(2). There are no kinks.
 */
@PluginName(value = "gish", title = "Gish")
@Reference(
    "Mustafa Kaytan, İbrahim Berkan Aydilek, Celaleddin Yeroğlu (2023): Gish: a novel "
        + "activation function for image classification. Neural Computing and Applications 35, "
        + "24259–24281")
public record Gish() implements Activation {
  /** From here on the gate is log(2), rounded to 53 bits. */
  private static final double SATURATED = 20;

  @Override
  public Expr apply(Expr x) {
    return x.times(x.min(SATURATED).exp().negate().expm1().negate().log1p());
  }
}
