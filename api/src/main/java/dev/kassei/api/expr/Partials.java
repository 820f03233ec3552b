package dev.kassei.api.expr;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The partial derivatives of pointwise operations. */
final class Partials {
  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  private Partials() {}

  /**
   * {@code d} times the partial derivative of a pointwise node by one of its operands; empty where
   * it is zero everywhere. The rule is linear in {@code d}, so it serves reverse and forward mode.
   */
  static Optional<Expr> through(Expr y, int operand, Expr d) {
    return Optional.ofNullable(
        switch (y.operands().size()) {
          case 1 -> unary(y, y.operand(0), d);
          case 2 -> operand == 0 ? first(y, d) : second(y, d);
          default -> ternary(y, operand, d);
        });
  }

  private static @Nullable Expr unary(Expr y, Expr x, Expr d) {
    return switch (y.operation()) {
      case NEGATE -> d.negate();
      case EXP -> d.times(y);
      // not expm1(x) + 1, which has no digits left for very negative x
      case EXPM1 -> d.times(x.exp());
      case LOG -> d.over(x);
      case LOG1P -> d.over(x.plus(1));
      // 1 − tanh² and σ(1 − σ) lose all digits in the tails
      case TANH -> d.times(x.times(2).sigmoidDerivative().times(4));
      case SIGMOID -> d.times(x.sigmoidDerivative());
      case SIGMOID_DERIVATIVE -> d.times(y).times(x.times(0.5).tanh()).negate();
      case SOFTPLUS -> d.times(x.sigmoid());
      case ERF -> d.times(x.square().negate().exp().times(TWO_OVER_SQRT_PI));
      case ERFC -> d.times(x.square().negate().exp().times(-TWO_OVER_SQRT_PI));
      case SIN -> d.times(x.cos());
      case COS -> d.times(x.sin()).negate();
      case ATAN -> d.over(x.square().plus(1));
      case SQRT -> d.over(y.times(2));
      case ABS -> d.times(x.sign());
      case BROADCAST, SCOPE, TAP -> d;
      case SIGN -> null;
      default -> throw new IllegalStateException(y.operation() + " has no derivative rule");
    };
  }

  private static @Nullable Expr first(Expr y, Expr d) {
    Expr a = y.operand(0);
    Expr b = y.operand(1);
    Expr zero = Expr.constant(0);
    return switch (y.operation()) {
      case ADD, SUBTRACT -> d;
      case MULTIPLY -> d.times(b);
      case DIVIDE -> d.over(b);
      case MAX -> Expr.where(a.greaterThan(b), d, zero);
      case MIN -> Expr.where(a.greaterThan(b), zero, d);
      case GREATER, GREATER_OR_EQUAL, EQUAL -> null;
      default -> throw new IllegalStateException(y.operation() + " has no derivative rule");
    };
  }

  private static @Nullable Expr second(Expr y, Expr d) {
    Expr a = y.operand(0);
    Expr b = y.operand(1);
    Expr zero = Expr.constant(0);
    return switch (y.operation()) {
      case ADD -> d;
      case SUBTRACT -> d.negate();
      case MULTIPLY -> d.times(a);
      case DIVIDE -> d.times(y).over(b).negate();
      case MAX -> Expr.where(a.greaterThan(b), zero, d);
      case MIN -> Expr.where(a.greaterThan(b), d, zero);
      case GREATER, GREATER_OR_EQUAL, EQUAL -> null;
      default -> throw new IllegalStateException(y.operation() + " has no derivative rule");
    };
  }

  /** The rules of clip; where selects between whole branches and is not linear in one operand. */
  private static Expr ternary(Expr y, int operand, Expr d) {
    if (y.operation() != Operation.CLIP) {
      throw new IllegalStateException(y.operation() + " has no derivative rule");
    }
    Expr x = y.operand(0);
    Expr low = y.operand(1);
    Expr high = y.operand(2);
    Expr zero = Expr.constant(0);
    return switch (operand) {
      case 0 -> Expr.where(x.greaterThan(low).times(x.lessThan(high)), d, zero);
      case 1 -> Expr.where(x.atMost(low), Expr.where(low.lessThan(high), d, zero), zero);
      default -> Expr.where(x.atLeast(high).max(low.atLeast(high)), d, zero);
    };
  }
}
