package dev.kassei.activations.gated;

import dev.kassei.activations.rectified.Elu;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * {@link Elish} with a piecewise linear sigmoid: ELU times clip((x + 1) / 2, 0, 1).
 *
 * <p>At the kinks, −1 and 1, the derivative of the gate is 0: f'(−1) = 0 and f'(1) = 1.
 */
@PluginName(value = "hard_elish", title = "Hard ELiSH")
@Reference(
    "Mina Basirat, Peter M. Roth (2018): The Quest for the Golden Activation Function. "
        + "arXiv:1808.00783")
public record HardElish() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return new Elu().apply(x).times(x.plus(1).clip(0, 2).over(2));
  }
}
