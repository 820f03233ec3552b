package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A steeper swish, f(x) = beta·x·σ(x).
 *
 * <p>There are no kinks. The paper chooses beta between 1 and 2 by the depth of the network.
 *
 * @param beta a factor of the whole, positive
 */
@PluginName(value = "e_swish", title = "E-swish")
@Reference(
    "Eric Alcaide (2018): E-swish: Adjusting Activations to Different Network Depths. "
        + "arXiv:1801.07145")
public record ESwish(double beta) implements Activation {
  public ESwish() {
    this(1.5);
  }

  public ESwish {
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(Exponents.bounded(x).sigmoid()).times(beta);
  }
}
