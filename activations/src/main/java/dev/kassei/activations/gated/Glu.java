package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The gated linear unit, f(x) = a ⊙ σ(b) for a row x = (a, b): half as many columns.
 *
 * <p>There are no kinks.
 *
 * <p>All peers agree, for the last axis.
 */
@PluginName(value = "glu", title = "GLU")
@Reference(
    "Yann N. Dauphin, Angela Fan, Michael Auli, David Grangier (2017): Language Modeling with Gated Convolutional Networks. arXiv:1612.08083")
public record Glu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return Halves.gated("glu", x, Expr::sigmoid);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Glu(), "jax", "keras", "pytorch").byLibrary();
  }
}
