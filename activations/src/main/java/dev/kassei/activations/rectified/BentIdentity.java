package dev.kassei.activations.rectified;

import dev.kassei.activations.Roots;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The identity with a bend, f(x) = (√(x² + 1) − 1) / 2 + x, of slope 1/2 far below 0 and 3/2 far
 * above.
 *
 * <p>What the root exceeds 1 by is taken as a product, see {@link Roots#excess}, so that small
 * values keep their digits. There are no kinks. With a trainable bend it is {@code
 * bendable_linear}.
 */
@PluginName(value = "bent_identity", title = "Bent identity")
@Reference(
    "No paper is known to define it first; Luke B. Godfrey (2019): An Evaluation of "
        + "Parametric Activation Functions for Deep Learning, IEEE SMC, generalises it.")
public record BentIdentity() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return Roots.excess(x).times(0.5).plus(x);
  }
}
