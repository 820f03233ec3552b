package dev.kassei.activations.linear;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The identity, f(x) = x, with derivative 1 everywhere.
 *
 * <p>All peers agree; they call it identity or linear.
 */
@PluginName(value = "linear", title = "Linear", aliases = "identity")
@Reference("The identity function; no paper defines it.")
public record Linear() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x;
  }

  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(1);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Linear(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
