package dev.kassei.api.expr;

import java.util.function.UnaryOperator;

/**
 * Where a branch of a formula is taken, value by value: the condition of a choice, within the guard
 * of the choice around it.
 */
final class Guard {
  /** Holds everywhere. */
  static final Guard ALWAYS = new Guard();

  private final Guard outer;
  private final Expr condition;
  private final boolean taken;
  private final Expr mask;

  private Guard() {
    this.outer = this;
    this.condition = Expr.constant(1);
    this.taken = true;
    this.mask = condition;
  }

  private Guard(Guard outer, Expr condition, boolean taken) {
    this.outer = outer;
    this.condition = condition;
    this.taken = taken;
    Expr zero = Expr.constant(0);
    this.mask =
        taken ? Expr.where(condition, outer.mask, zero) : Expr.where(condition, zero, outer.mask);
  }

  /** The part of this guard where the condition is not 0, or where it is 0. */
  Guard branch(Expr branchCondition, boolean branchTaken) {
    return new Guard(this, branchCondition, branchTaken);
  }

  /** Where either guard holds. */
  Guard or(Guard other) {
    if (this == ALWAYS || other == ALWAYS) {
      return ALWAYS;
    }
    return ALWAYS.branch(mask.max(other.mask), true);
  }

  /** This guard for what a linear operation makes of the values: where any that is not 0 went. */
  Guard through(UnaryOperator<Expr> linear) {
    return this == ALWAYS ? this : ALWAYS.branch(linear.apply(mask), true);
  }

  /** Whether the two are the two branches of one choice. */
  boolean isOppositeOf(Guard other) {
    return condition == other.condition && outer == other.outer && taken != other.taken;
  }

  /** One value on this branch of a choice, another on its opposite; within the outer guard. */
  Expr choose(Expr here, Expr opposite) {
    return taken ? Expr.where(condition, here, opposite) : Expr.where(condition, opposite, here);
  }

  /** The guard of the choice around this one. */
  Guard outer() {
    return outer;
  }

  /** The value where this guard holds, 0 elsewhere. */
  Expr select(Expr value) {
    if (this == ALWAYS) {
      return value;
    }
    Expr zero = Expr.constant(0);
    return outer == ALWAYS ? choose(value, zero) : Expr.where(mask, value, zero);
  }
}
