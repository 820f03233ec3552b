package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The hyperbolic tangent, f(x) = tanh(x).
 *
 * <p>The derivative is 4·σ(2x)·σ(−2x), which keeps its digits in both tails, where 1 − tanh²(x)
 * loses them. There are no kinks.
 *
 * <p>All peers agree.
 */
@PluginName(value = "tanh", title = "Tanh")
@Reference(
    "Yann LeCun, Léon Bottou, Genevieve B. Orr, Klaus-Robert Müller (1998): Efficient BackProp."
        + " Neural Networks: Tricks of the Trade, LNCS 1524, 9–50")
public record Tanh() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.tanh();
  }

  /** 5/3, by {@code torch.nn.init.calculate_gain}. */
  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(5.0 / 3);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Tanh(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
