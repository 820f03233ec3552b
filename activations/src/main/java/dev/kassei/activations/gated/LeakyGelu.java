package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The tanh form of {@link Gelu} under another name, f(x) = x/2·(1 + tanh(√(2/π)·(x +
 * 0.044715·x³))).
 *
 * <p>The name is the article's, which defines it as the same function as its GELU; other libraries
 * have no such function. Numerics and derivative are those of {@link Gelu.Approximation#TANH}.
 */
@PluginName(value = "leaky_gelu", title = "Leaky GELU")
@Reference(
    "The tanh form of GELU, Dan Hendrycks, Kevin Gimpel (2016): Gaussian Error Linear Units"
        + " (GELUs). arXiv:1606.08415; no paper defines a leaky one.")
public record LeakyGelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return new Gelu(Gelu.Approximation.TANH).apply(x);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new LeakyGelu(), "article").byLibrary();
  }
}
