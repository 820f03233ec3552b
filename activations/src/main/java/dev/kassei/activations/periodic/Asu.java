package dev.kassei.activations.periodic;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The amplifying sine unit, f(x) = x·sin(x), an even function.
 *
 * <p>There are no kinks.
 */
@PluginName(value = "asu", title = "ASU")
@Reference(
    "Jamshaid Ul Rahman, Faiza Makhdoom, Dianchen Lu (2023): Amplifying Sine Unit: An "
        + "Oscillatory Activation Function for Deep Neural Networks to Recover Nonlinear "
        + "Oscillations Efficiently. arXiv:2304.09759")
public record Asu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.sin());
  }
}
