package dev.kassei.activations;

import dev.kassei.api.expr.Expr;

/** Formulas with √(1 + x²) whose squares never overflow. */
public final class Roots {
  /** From here on √(1 + x²) is |x|, rounded to 53 bits. */
  private static final double LARGE = 1e9;

  /** The square of this still fits, in float32, too. */
  private static final double HUGE = 1e18;

  private Roots() {}

  /** √(1 + x²). */
  public static Expr hypotenuse(Expr x) {
    return Expr.where(x.abs().lessThan(LARGE), x.square().plus(1).sqrt(), x.abs());
  }

  /** √(1 + x²) − 1 as x·u with u = x / (1 + √(1 + x²)), which keeps its digits near 0. */
  public static Expr excess(Expr x) {
    Expr bounded = x.clip(-HUGE, HUGE);
    return x.times(bounded.over(bounded.square().plus(1).sqrt().plus(1)));
  }

  /**
   * x / √(1 + alpha·x²), for positive alpha. Where alpha·x² exceeds 1 both sides are divided by
   * √alpha·|x|: the numerator is then constant, and the derivative no difference of equal numbers.
   */
  public static Expr unit(Expr x, double alpha) {
    double limit = 1 / Math.sqrt(alpha);
    Expr square = x.clip(-HUGE * limit, HUGE * limit).square().times(alpha);
    Expr near = square.atMost(Expr.constant(1));
    Expr numerator = Expr.where(near, x, x.sign().times(limit));
    Expr less = Expr.where(near, square, Expr.constant(1).over(square));
    return numerator.over(less.plus(1).sqrt());
  }

  /** Half of {@code root} + |x|, which fits where the sum would not. */
  public static Expr mean(Expr root, Expr x) {
    return root.times(0.5).plus(x.abs().times(0.5));
  }
}
