package dev.kassei.activations;

import dev.kassei.api.expr.Expr;

/** Formulas with √(1 + x²) whose squares never overflow. */
public final class Roots {
  /** From here on √(1 + x²) is |x|, rounded to 53 bits. */
  private static final double LARGE = 1e9;

  private Roots() {}

  /** √(1 + x²). */
  public static Expr hypotenuse(Expr x) {
    return Expr.where(x.abs().lessThan(LARGE), x.square().plus(1).sqrt(), x.abs());
  }

  /** x / √(1 + alpha·x²), for positive alpha. */
  public static Expr unit(Expr x, double alpha) {
    double root = Math.sqrt(alpha);
    Expr quotient = x.over(x.square().times(alpha).plus(1).sqrt());
    return Expr.where(x.abs().lessThan(LARGE / root), quotient, x.sign().over(root));
  }

  /** Half of {@code root} + |x|, which fits where the sum would not. */
  public static Expr mean(Expr root, Expr x) {
    return root.times(0.5).plus(x.abs().times(0.5));
  }
}
