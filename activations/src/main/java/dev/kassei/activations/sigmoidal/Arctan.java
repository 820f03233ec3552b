package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The inverse tangent, f(x) = atan(x), between −π/2 and π/2.
 *
 * <p>The derivative is 1 / (1 + x²), which is 0 where x² overflows. There are no kinks.
 *
 * <p>The article and ONNX (Atan) define it so.
 */
@PluginName(value = "arctan", title = "Arctan")
@Reference("The inverse tangent function; no paper defines it.")
public record Arctan() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.atan();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Arctan(), "article", "onnx").byLibrary();
  }
}
