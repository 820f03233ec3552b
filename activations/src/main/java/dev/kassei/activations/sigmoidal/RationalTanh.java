package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A rational approximation of LeCun's 1.7159·tanh(2x/3), f(x) = 1.7159·sign(y)·(1 − 1 / (1 + |y| +
 * y² + 1.41645·y⁴)) with y = 2x/3.
 *
 * <p>It is computed as y·p / (1 + |y|·p) with p = 1 + |y| + 1.41645·|y|³, which does not cancel
 * near 0; |y| beyond 10⁶, where f is constant, is cut off, so that the power does not overflow.
 * There are no kinks: the derivative at 0 is 1.7159·2/3.
 *
 * <p>DL4J defines it so.
 */
@PluginName(value = "rational_tanh", title = "Rational Tanh")
@Reference(
    "Ilya Kalinovskii, Vladimir Spitsyn (2015): Compact Convolutional Neural Network Cascade for Face Detection. arXiv:1508.01292")
public record RationalTanh() implements Activation {
  private static final double SATURATED = 1e6;

  @Override
  public Expr apply(Expr x) {
    Expr y = x.times(2.0 / 3).clip(-SATURATED, SATURATED);
    Expr size = y.abs();
    Expr p = size.power(3).times(1.41645).plus(size).plus(1);
    return y.times(p).over(size.times(p).plus(1)).times(1.7159);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new RationalTanh(), "dl4j").byLibrary();
  }
}
