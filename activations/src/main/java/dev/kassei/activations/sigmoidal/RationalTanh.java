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
 * <p>Near 0 the difference is s / (1 + s) with s = |y| + y² + 1.41645·y⁴, which does not cancel;
 * |y| beyond 10¹⁸, where f is constant, is cut off, so that no infinite power meets a derivative of
 * 0. There are no kinks: the derivative at 0 is 1.7159·2/3.
 *
 * <p>DL4J defines it so.
 */
@PluginName(value = "rational_tanh", title = "Rational Tanh")
@Reference(
    "Ilya Kalinovskii, Vladimir Spitsyn (2015): Compact Convolutional Neural Network Cascade for Face Detection. arXiv:1508.01292")
public record RationalTanh() implements Activation {
  private static final double SATURATED = 1e18;

  @Override
  public Expr apply(Expr x) {
    Expr y = x.times(2.0 / 3).clip(-SATURATED, SATURATED);
    Expr square = y.square();
    Expr sum = square.times(square.times(1.41645).plus(1)).plus(y.max(y.negate()));
    Expr rest = Expr.constant(1).over(sum.plus(1));
    Expr size = Expr.where(sum.greaterThan(1), Expr.constant(1).minus(rest), sum.times(rest));
    return Expr.where(y.greaterThan(0), size, size.negate()).times(1.7159);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new RationalTanh(), "dl4j").byLibrary();
  }
}
