package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Two trainable slopes, one pair a layer: f(x) = (1 + σ(beta))·x for x &gt; 0, else clip(alpha,
 * 0.01, 0.99)·x.
 *
 * <p>At the kink, 0, the derivative is that of the negative part. The paper calls it AReLU, as
 * others do an adaptive ReLU.
 *
 * @param alpha the first slope for negative values
 * @param beta sets the first slope for positive values, 1 + σ(beta)
 */
@PluginName(value = "attention_relu", title = "Attention-based ReLU")
@Reference(
    "Dengsheng Chen, Jun Li, Kai Xu (2020): AReLU: Attention-based Rectified Linear Unit. "
        + "arXiv:2006.13858")
public record AttentionRelu(double alpha, double beta) implements Activation {
  public AttentionRelu() {
    this(0.9, 2);
  }

  public AttentionRelu {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr below = Trainable.perLayer(x, "alpha", alpha).clip(0.01, 0.99);
    Expr above = Trainable.perLayer(x, "beta", beta).sigmoid().plus(1);
    return x.max(0).times(above).plus(x.min(0).times(below));
  }
}
