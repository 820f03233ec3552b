package dev.kassei.builtins.layer;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.util.function.UnaryOperator;

/** Functions of each number at evenly spaced centres. */
final class Bases {
  private Bases() {}

  /**
   * A function of the distances to the centres, rows × width to rows × (width · count); those of
   * one column of x stand together.
   *
   * @param first the first centre
   * @param spacing the distance between neighbours, which is the unit of the function
   */
  static Expr of(Expr x, double first, double spacing, int count, UnaryOperator<Expr> function) {
    Rows rows = x.shape().rows();
    Expr single = x.reshape(new Shape(rows.times(x.width()), 1));
    Expr distance = single.minus(first).over(spacing).minus(Expr.columnIndex(count));
    return function.apply(distance).reshape(new Shape(rows, Math.multiplyExact(x.width(), count)));
  }

  /** x · σ(x). */
  static Expr silu(Expr x) {
    return x.times(x.sigmoid());
  }
}
