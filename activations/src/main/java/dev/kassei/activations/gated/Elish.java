package dev.kassei.activations.gated;

import dev.kassei.activations.rectified.Elu;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The exponential linear sigmoid squashing function: x·σ(x) for x &gt; 0, else (exp(x) − 1)·σ(x),
 * which is ELU times sigmoid.
 *
 * <p>There are no kinks: the derivative at 0 is 1/2 from both sides.
 */
@PluginName(value = "elish", title = "ELiSH")
@Reference(
    "Mina Basirat, Peter M. Roth (2018): The Quest for the Golden Activation Function. "
        + "arXiv:1808.00783")
public record Elish() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return new Elu().apply(x).times(x.sigmoid());
  }
}
