package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The positive part of the hyperbolic tangent, f(x) = max(0, tanh(x)).
 *
 * <p>At the kink, 0, the derivative is 0.
 *
 * <p>DL4J defines it so.
 */
@PluginName(value = "rectified_tanh", title = "Rectified Tanh")
@Reference("The positive part of the hyperbolic tangent, named by DL4J; no paper defines it.")
public record RectifiedTanh() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).tanh();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new RectifiedTanh(), "dl4j").byLibrary();
  }
}
