package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;
import java.util.function.UnaryOperator;

/** Rows cut into a value and a gate. */
final class Halves {
  private Halves() {}

  /**
   * The first half of each row times a function of the second.
   *
   * @param name the activation, for the message
   * @throws IllegalArgumentException if the width is odd
   */
  static Expr gated(String name, Expr x, UnaryOperator<Expr> gate) {
    int half = x.width() / 2;
    require(
        x.width() == 2 * half,
        "%s cuts rows into two halves, so it needs an even number of columns but got %s",
        name,
        x.width());
    return x.columns(0, half).times(gate.apply(x.columns(half, x.width())));
  }
}
