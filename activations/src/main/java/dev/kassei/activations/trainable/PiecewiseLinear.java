package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Two lines that meet on the diagonal, all trainable for each unit: f(x) = alpha·x + c·(1 − alpha)
 * for x &gt; c, else beta·x + c·(1 − beta).
 *
 * <p>At the kink, c, the derivative is beta. Another unit of a similar name is {@code plu}.
 *
 * @param alpha the first slope above c
 * @param beta the first slope below c
 * @param c the first place where the lines meet
 */
@PluginName(value = "pilu", title = "PiLU")
@Reference(
    "Jordan Inturrisi, Suiyang Khoo, Abbas Kouzani, Riccardo Pagliarella (2021): Piecewise "
        + "Linear Units Improve Deep Neural Networks. arXiv:2108.00700")
public record PiecewiseLinear(double alpha, double beta, double c) implements Activation {
  public PiecewiseLinear() {
    this(1, 0.01, 0);
  }

  public PiecewiseLinear {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
    requireFinite("c", c);
  }

  @Override
  public Expr apply(Expr x) {
    Expr knot = Trainable.perUnit(x, "c", c);
    return new DualParametricRelu(alpha, beta).apply(x.minus(knot)).plus(knot);
  }
}
