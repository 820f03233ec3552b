package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by a shifted tanh, f(x) = (alpha + tanh(beta·x))·gamma·x; the defaults make it
 * nearly Mish, and exactly x·σ(2x).
 *
 * <p>With alpha 1 the sum is computed as 2·σ(2·beta·x), which keeps its digits far below 0. There
 * are no kinks.
 *
 * @param alpha what is added to the tanh
 * @param beta the sharpness of the gate
 * @param gamma a factor of the whole
 */
@PluginName(value = "aptx", title = "APTx")
@Reference(
    "Ravin Kumar (2022): APTx: better activation function than MISH, SWISH, and ReLU's "
        + "variants used in deep learning. arXiv:2209.06119")
public record Aptx(double alpha, double beta, double gamma) implements Activation {
  public Aptx() {
    this(1, 1, 0.5);
  }

  public Aptx {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
    requireFinite("gamma", gamma);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(gamma).times(Exponents.bounded(x.times(beta)).tanh().plus(alpha));
  }
}
