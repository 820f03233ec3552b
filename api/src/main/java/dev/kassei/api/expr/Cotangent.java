package dev.kassei.api.expr;

import java.util.function.UnaryOperator;

/**
 * What flows back to a node: a value where a guard holds and 0 elsewhere. The value itself may be
 * anything outside the guard, even NaN; it is selected last.
 *
 * @param clean whether the value is 0 outside the guard already
 */
record Cotangent(Expr value, Guard guard, boolean clean) {
  static Cotangent of(Expr value) {
    return new Cotangent(value, Guard.ALWAYS, true);
  }

  /** The value where the guard holds, 0 elsewhere. */
  Expr selected() {
    return clean ? value : guard.select(value);
  }

  /** The part that belongs to one branch of a choice. */
  Cotangent branch(Expr condition, boolean taken) {
    return new Cotangent(value, guard.branch(condition, taken), false);
  }

  /** The product with a slope, which is finite if it is a number. */
  Cotangent times(Expr product, boolean isNumber) {
    return new Cotangent(product, guard, guard == Guard.ALWAYS || (clean && isNumber));
  }

  /** What a linear operation makes of this. */
  Cotangent through(UnaryOperator<Expr> linear) {
    return new Cotangent(linear.apply(selected()), guard.through(linear), true);
  }

  Cotangent plus(Cotangent other) {
    if (guard == other.guard) {
      return new Cotangent(value.plus(other.value), guard, clean && other.clean);
    }
    if (guard.isOppositeOf(other.guard)) {
      Guard outer = guard.outer();
      return new Cotangent(guard.choose(value, other.value), outer, outer == Guard.ALWAYS);
    }
    return new Cotangent(selected().plus(other.selected()), guard.or(other.guard), true);
  }
}
