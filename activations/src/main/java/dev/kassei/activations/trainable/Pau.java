package dev.kassei.activations.trainable;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Arrays;

/**
 * A trainable fraction of polynomials, f(x) = Σ aⱼ·xʲ / (1 + Σ |bⱼ·xʲ|), of degrees 5 and 4, one a
 * layer.
 *
 * <p>The first coefficients, those of the authors' program, follow a leaky ReLU between −3 and 3.
 * Beyond |x| = 1 fraction and denominator are divided by the greatest powers of x, so nothing
 * overflows. At 0, a kink of |x| in the denominator, the derivative is that without it, a₁.
 */
@PluginName(value = "pau", title = "Padé activation unit")
@Reference(
    "Alejandro Molina, Patrick Schramowski, Kristian Kersting (2019): Padé Activation Units: "
        + "End-to-end Learning of Flexible Activation Functions in Deep Networks. arXiv:1907.06732")
public record Pau() implements Activation {
  /** From here on the inverse no longer counts. */
  private static final double LARGE = 1e18;

  private static final double[] NUMERATOR = {
    0.029792778657264946,
    0.6183735264987601,
    2.323309062531321,
    3.051936237265109,
    1.4854203263828845,
    0.2510244961111299
  };
  private static final double[] DENOMINATOR = {
    -1.1419548357285474, 4.393159974992486, 0.8714712309957245, 0.34719662339598834
  };

  @Override
  public Expr apply(Expr x) {
    Expr[] a = coefficients(x, "a", 0, NUMERATOR);
    Expr[] b = coefficients(x, "b", 1, DENOMINATOR);
    Expr inverse = Expr.constant(1).over(x.clip(-LARGE, LARGE));
    Expr outer = outer(a, b, inverse).times(x);
    return Expr.where(x.abs().greaterThan(1), outer, inner(a, b, x));
  }

  private static Expr[] coefficients(Expr x, String name, int lowest, double[] first) {
    Expr[] trainable = new Expr[first.length];
    Arrays.setAll(trainable, i -> Trainable.perLayer(x, name + (lowest + i), first[i]));
    return trainable;
  }

  private static Expr inner(Expr[] a, Expr[] b, Expr x) {
    Expr numerator = a[5];
    for (int i = 4; i >= 0; i--) {
      numerator = numerator.times(x).plus(a[i]);
    }
    Expr denominator = b[3].abs();
    for (int i = 2; i >= 0; i--) {
      denominator = denominator.times(x.abs()).plus(b[i].abs());
    }
    return numerator.over(denominator.times(x.abs()).plus(1));
  }

  /** The fraction divided by x. */
  private static Expr outer(Expr[] a, Expr[] b, Expr inverse) {
    Expr numerator = a[0];
    for (int i = 1; i <= 5; i++) {
      numerator = numerator.times(inverse).plus(a[i]);
    }
    Expr denominator = inverse.abs();
    for (int i = 0; i < 3; i++) {
      denominator = denominator.plus(b[i].abs()).times(inverse.abs());
    }
    return numerator.over(denominator.plus(b[3].abs()));
  }
}
