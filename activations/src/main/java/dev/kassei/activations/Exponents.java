package dev.kassei.activations;

import dev.kassei.api.expr.Expr;

/** Arguments of exponentials and of the functions that are made of them. */
public final class Exponents {
  /** exp(−800) is 0. */
  private static final double BOUND = 800;

  private Exponents() {}

  /**
   * x between ±800, where sigmoid, tanh, erf and their relatives have reached their limits. Beyond,
   * their derivative is then 0 even if it meets an infinite factor, so that 0 · ∞ makes no NaN.
   */
  public static Expr bounded(Expr x) {
    return x.clip(-BOUND, BOUND);
  }
}
