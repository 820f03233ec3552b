package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A smooth rectifier that is 0 below −1 and x above 1, f(x) = (x + 1)²/4 between.
 *
 * <p>There are no kinks; the derivative is that of {@link
 * dev.kassei.activations.sigmoidal.SparseSigmoid}.
 *
 * <p>All peers agree.
 */
@PluginName(value = "sparse_plus", title = "SparsePlus")
@Reference(
    "Mathieu Blondel, André F. T. Martins, Vlad Niculae (2019): Learning with Fenchel-Young Losses. arXiv:1901.02324")
public record SparsePlus() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr bend = x.clip(-1, 1).plus(1).square().times(0.25);
    return Expr.where(x.atLeast(Expr.constant(1)), x, bend);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new SparsePlus(), "jax", "keras").byLibrary();
  }
}
