package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The value times its hyperbolic tangent, f(x) = x·tanh(x).
 *
 * <p>There are no kinks.
 *
 * <p>TensorFlow Addons defines it so.
 */
@PluginName(value = "lisht", title = "LiSHT")
@Reference(
    "Swalpa Kumar Roy, Suvojit Manna, Shiv Ram Dubey, Bidyut B. Chaudhuri (2019): LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for Neural Networks. arXiv:1901.05894")
public record Lisht() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.tanh());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Lisht(), "tfa").byLibrary();
  }
}
