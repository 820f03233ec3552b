package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The scaled exponential linear unit, f(x) = gamma·x for x &gt; 0, else gamma·alpha·(exp(x) − 1).
 *
 * <p>gamma = 1.0507… and alpha = 1.6733…, the paper's λ and α, make mean 0 and variance 1 a fixed
 * point. It is computed by expm1 of min(x, 0), see {@link Elu}. At the kink, 0, the derivative is
 * gamma·alpha.
 *
 * <p>All peers agree; ONNX, from which the names are, rounds both numbers to float32.
 *
 * @param alpha the depth of the negative part, before gamma
 * @param gamma the factor of everything
 */
@PluginName(value = "selu", title = "SELU")
@Reference(
    "Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter (2017): Self-Normalizing Neural Networks. arXiv:1706.02515")
public record Selu(double alpha, double gamma) implements Activation {
  public Selu() {
    this(1.6732632423543772, 1.0507009873554805);
  }

  public Selu {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
    require(gamma > 0, "gamma must be positive but was %s", gamma);
    requireFinite("gamma", gamma);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(alpha)).times(gamma);
  }

  /**
   * 1, for initial weights with variance 1 / inputs, as the paper has them; for its numbers alone.
   */
  @Override
  public OptionalDouble gain() {
    return equals(new Selu()) ? OptionalDouble.of(1) : OptionalDouble.empty();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Selu(), "dl4j", "jax", "keras", "pytorch")
        .and(new Selu((float) new Selu().alpha, (float) new Selu().gamma), "onnx")
        .byLibrary();
  }
}
