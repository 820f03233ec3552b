package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A rectifier that leaks, f(x) = x for x &gt; 0, else alpha·x.
 *
 * <p>At the kink, 0, the derivative is alpha.
 *
 * <p>Peers differ in alpha: 0.01, but in Keras 0.2 for the function and 0.3 for the layer ({@code
 * keras_layer}).
 *
 * @param alpha the slope for negative values
 */
@PluginName(value = "leaky_relu", title = "Leaky ReLU")
@Reference(
    "Andrew L. Maas, Awni Y. Hannun, Andrew Y. Ng (2013): Rectifier Nonlinearities Improve Neural"
        + " Network Acoustic Models. ICML Workshop on Deep Learning for Audio, Speech and Language"
        + " Processing")
public record LeakyRelu(double alpha) implements Activation {
  public LeakyRelu() {
    this(0.01);
  }

  public LeakyRelu {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.greaterThan(0), x, x.times(alpha));
  }

  /** √(2 / (1 + alpha²)), which keeps the variance: He et al. (2015), arXiv:1502.01852. */
  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(Math.sqrt(2 / (1 + alpha * alpha)));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new LeakyRelu(), "article", "dl4j", "jax", "onnx", "pytorch")
        .and(new LeakyRelu(0.2), "keras")
        .and(new LeakyRelu(0.3), "keras_layer")
        .byLibrary();
  }
}
