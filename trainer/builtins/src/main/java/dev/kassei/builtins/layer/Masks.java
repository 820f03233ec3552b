package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;

/** Which values dropout leaves. */
final class Masks {
  private Masks() {}

  static void requireProbability(double p) {
    require(
        p >= 0 && p < 1,
        "p, the share of values that are dropped, must be at least 0 and less than 1 but was %s",
        p);
  }

  /** 1 with probability 1 − p, else 0, drawn anew for each value in each step. */
  static Expr left(Expr x, double p) {
    return x.uniform("noise", 0, 1).atLeast(Expr.constant(p));
  }
}
