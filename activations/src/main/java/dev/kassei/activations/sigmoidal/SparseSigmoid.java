package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A piecewise linear sigmoid that is 0 below −1 and 1 above 1, f(x) = clip((x + 1)/2, 0, 1).
 *
 * <p>At the kinks, −1 and 1, the derivative is 0. It is {@link HardSigmoid} with slope and offset
 * ½.
 *
 * <p>All peers agree.
 */
@PluginName(value = "sparse_sigmoid", title = "Sparse Sigmoid")
@Reference(
    "Mathieu Blondel, André F. T. Martins, Vlad Niculae (2019): Learning with Fenchel-Young Losses. arXiv:1901.02324")
public record SparseSigmoid() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.plus(1).clip(0, 2).times(0.5);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new SparseSigmoid(), "jax", "keras").byLibrary();
  }
}
