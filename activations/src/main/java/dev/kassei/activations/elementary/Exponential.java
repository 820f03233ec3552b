package dev.kassei.activations.elementary;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The exponential function, f(x) = exp(x).
 *
 * <p>There are no kinks. It overflows from x = 710 on, in float32 from 89 on.
 *
 * <p>All peers agree; in ONNX it is Exp.
 */
@PluginName(value = "exponential", title = "Exponential")
@Reference("The exponential function; no paper defines it.")
public record Exponential() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.exp();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Exponential(), "keras", "onnx").byLibrary();
  }
}
