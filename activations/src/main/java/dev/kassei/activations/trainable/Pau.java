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
 * <p>That is version A of the authors' later program, its default. The paper, by those who cite it,
 * has 1 + |Σ bⱼ·xʲ|, the program's version B: {@code denominator: absolute_of_sum}, with the first
 * coefficients that the program has for it.
 *
 * <p>The first coefficients, those of the authors' program, follow a leaky ReLU between −3 and 3.
 * Beyond |x| = 1 fraction and denominator are divided by the greatest powers of x, so nothing
 * overflows. At 0, a kink of |x| in the denominator, the derivative is that without it, a₁.
 *
 * @param denominator whether absolute values are summed, or the sum's absolute value is taken
 */
@PluginName(value = "pau", title = "Padé activation unit")
@Reference(
    "Alejandro Molina, Patrick Schramowski, Kristian Kersting (2019): Padé Activation Units: "
        + "End-to-end Learning of Flexible Activation Functions in Deep Networks. arXiv:1907.06732")
public record Pau(Denominator denominator) implements Activation {
  /** How poles are kept away. */
  public enum Denominator {
    /** 1 + Σ |bⱼ·xʲ|, version A of the authors' later program. */
    SUM_OF_ABSOLUTES,
    /** 1 + |Σ bⱼ·xʲ|, version B. */
    ABSOLUTE_OF_SUM
  }

  /** The first coefficients of both versions, a₀ to a₅ and then b₁ to b₄. */
  private static final double[] VERSION_A = {
    0.029792778657264946,
    0.6183735264987601,
    2.323309062531321,
    3.051936237265109,
    1.4854203263828845,
    0.2510244961111299,
    -1.1419548357285474,
    4.393159974992486,
    0.8714712309957245,
    0.34719662339598834
  };

  private static final double[] VERSION_B = {
    0.03355815733452378,
    0.5050059186781659,
    1.6534697310952233,
    2.0100501552600014,
    0.9319195586484518,
    0.15242646398275836,
    4.812831860534153e-05,
    3.9802479055059194,
    1.5837587665720168e-05,
    0.30183382839661377
  };

  /** From here on the inverse no longer counts. */
  private static final double LARGE = 1e18;

  public Pau() {
    this(Denominator.SUM_OF_ABSOLUTES);
  }

  @Override
  public Expr apply(Expr x) {
    double[] first = sumsAbsolutes() ? VERSION_A : VERSION_B;
    Expr[] a = coefficients(x, "a", 0, Arrays.copyOfRange(first, 0, 6));
    Expr[] b = coefficients(x, "b", 1, Arrays.copyOfRange(first, 6, 10));
    Expr inverse = Expr.constant(1).over(x.clip(-LARGE, LARGE));
    Expr outer = outer(a, b, inverse).times(x);
    return Expr.where(x.abs().greaterThan(1), outer, inner(a, b, x));
  }

  private static Expr[] coefficients(Expr x, String name, int lowest, double[] first) {
    Expr[] trainable = new Expr[first.length];
    Arrays.setAll(trainable, i -> Trainable.perLayer(x, name + (lowest + i), first[i]));
    return trainable;
  }

  private Expr inner(Expr[] a, Expr[] b, Expr x) {
    Expr numerator = a[5];
    for (int i = 4; i >= 0; i--) {
      numerator = numerator.times(x).plus(a[i]);
    }
    Expr size = term(x);
    Expr terms = term(b[3]);
    for (int i = 2; i >= 0; i--) {
      terms = terms.times(size).plus(term(b[i]));
    }
    Expr sum = terms.times(size);
    return numerator.over((sumsAbsolutes() ? sum : sum.abs()).plus(1));
  }

  private boolean sumsAbsolutes() {
    return denominator == Denominator.SUM_OF_ABSOLUTES;
  }

  private Expr term(Expr factor) {
    return sumsAbsolutes() ? factor.abs() : factor;
  }

  /** The fraction divided by x. */
  private Expr outer(Expr[] a, Expr[] b, Expr inverse) {
    Expr numerator = a[0];
    for (int i = 1; i <= 5; i++) {
      numerator = numerator.times(inverse).plus(a[i]);
    }
    return numerator.over(
        sumsAbsolutes() ? sumOfAbsolutes(b, inverse.abs()) : absoluteOfSum(b, inverse));
  }

  private static Expr sumOfAbsolutes(Expr[] b, Expr inverse) {
    Expr terms = inverse;
    for (int i = 0; i < 3; i++) {
      terms = terms.plus(b[i].abs()).times(inverse);
    }
    return terms.plus(b[3].abs());
  }

  private static Expr absoluteOfSum(Expr[] b, Expr inverse) {
    Expr terms = b[0];
    for (int i = 1; i <= 3; i++) {
      terms = terms.times(inverse).plus(b[i]);
    }
    return terms.abs().plus(inverse.square().square());
  }
}
