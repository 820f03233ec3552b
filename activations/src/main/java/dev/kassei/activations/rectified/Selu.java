package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The scaled exponential linear unit, f(x) = λ·x for x &gt; 0, else λ·α·(exp(x) − 1).
 *
 * <p>λ = 1.0507… and α = 1.6733… make mean 0 and variance 1 a fixed point. It is computed by expm1
 * of min(x, 0), see {@link Elu}. At the kink, 0, the derivative is λ·α.
 *
 * <p>All peers agree; ONNX rounds λ and α to float32.
 */
@PluginName(value = "selu", title = "SELU")
@Reference(
    "Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter (2017): Self-Normalizing Neural Networks. arXiv:1706.02515")
public record Selu() implements Activation {
  private static final double ALPHA = 1.6732632423543772;
  private static final double SCALE = 1.0507009873554805;

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(ALPHA)).times(SCALE);
  }

  /** 1, for initial weights with variance 1 / inputs, as the paper has them. */
  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(1);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Selu(), "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
