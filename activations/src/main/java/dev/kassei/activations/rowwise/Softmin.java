package dev.kassei.activations.rowwise;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The softmax of the negated row, f(x)ᵢ = exp(−xᵢ) / Σⱼ exp(−xⱼ).
 *
 * <p>Numerics and derivative are those of {@link Softmax}.
 *
 * <p>PyTorch defines it so.
 */
@PluginName(value = "softmin", title = "Softmin")
@Reference("The softmax of the negated row, named by Torch; no paper defines it.")
public record Softmin() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return new Softmax().apply(x.negate());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Softmin(), "pytorch").byLibrary();
  }
}
