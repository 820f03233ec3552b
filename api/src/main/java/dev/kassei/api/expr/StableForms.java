package dev.kassei.api.expr;

import java.util.Optional;

/**
 * Replaces what overflows or cancels by the primitive that does not, while a formula is built: an
 * author who writes {@code log(1 + exp(x))} gets {@code softplus(x)}.
 */
final class StableForms {
  private StableForms() {}

  /** 1 + tanh(x) is 2σ(2x); 1 + erf(x) is erfc(−x); −1 + exp(x) is expm1(x). */
  static Expr plus(Expr a, Expr b) {
    if (b.operation() == Operation.CONSTANT && a.operation() != Operation.CONSTANT) {
      return plusNumber(a, b).orElseGet(() -> Expr.pointwise(Operation.ADD, a, b));
    }
    return plusNumber(b, a).orElseGet(() -> Expr.pointwise(Operation.ADD, a, b));
  }

  private static Optional<Expr> plusNumber(Expr x, Expr number) {
    if (number.isConstant(1) && isSigmoidal(x)) {
      return Optional.of(onePlus(x));
    }
    return number.isConstant(-1) && x.operation() == Operation.EXP
        ? Optional.of(x.operand(0).expm1())
        : Optional.empty();
  }

  /** exp(x) − 1 is expm1(x) and 1 − exp(x) its negative; 1 − σ(x) is σ(−x), and so tanh and erf. */
  static Expr minus(Expr a, Expr b) {
    if (a.operation() == Operation.EXP && b.isConstant(1)) {
      return a.operand(0).expm1();
    }
    return a.isConstant(1) ? oneMinus(a, b) : Expr.pointwise(Operation.SUBTRACT, a, b);
  }

  private static Expr oneMinus(Expr one, Expr x) {
    return switch (x.operation()) {
      case EXP -> x.operand(0).expm1().negate();
      case SIGMOID -> x.operand(0).negate().sigmoid();
      case TANH -> x.operand(0).times(-2).sigmoid().times(2);
      case ERF -> x.operand(0).erfc();
      default -> Expr.pointwise(Operation.SUBTRACT, one, x);
    };
  }

  private static boolean isSigmoidal(Expr x) {
    return x.operation() == Operation.TANH || x.operation() == Operation.ERF;
  }

  private static Expr onePlus(Expr x) {
    Expr argument = x.operand(0);
    return x.operation() == Operation.TANH
        ? argument.times(2).sigmoid().times(2)
        : argument.negate().erfc();
  }

  /** log(1 + y) is log1p(y), log(1 − y) log1p(−y); log(σ(x)) is −softplus(−x). */
  static Expr log(Expr x) {
    if (x.operation() == Operation.ADD && x.operand(0).isConstant(1)) {
      return log1p(x.operand(1));
    }
    if (x.operation() == Operation.ADD && x.operand(1).isConstant(1)) {
      return log1p(x.operand(0));
    }
    if (x.operation() == Operation.SUBTRACT && x.operand(0).isConstant(1)) {
      return log1p(x.operand(1).negate());
    }
    if (x.operation() == Operation.SIGMOID) {
      return x.operand(0).negate().softplus().negate();
    }
    return Expr.pointwise(Operation.LOG, x);
  }

  /** log1p(exp(x)) is softplus(x). */
  static Expr log1p(Expr x) {
    if (x.operation() == Operation.EXP) {
      return x.operand(0).softplus();
    }
    return Expr.pointwise(Operation.LOG1P, x);
  }

  /** a / (1 + exp(−x)) is a·σ(x); exp(x) / (1 + exp(x)) is σ(x). */
  static Expr over(Expr a, Expr b) {
    if (b.operation() != Operation.ADD) {
      return Expr.pointwise(Operation.DIVIDE, a, b);
    }
    boolean oneFirst = b.operand(0).isConstant(1);
    Expr other = b.operand(oneFirst ? 1 : 0);
    boolean oneAndExp = oneFirst || b.operand(1).isConstant(1);
    if (!oneAndExp || other.operation() != Operation.EXP) {
      return Expr.pointwise(Operation.DIVIDE, a, b);
    }
    Expr exponent = other.operand(0);
    if (a.operation() == Operation.EXP && a.operand(0) == exponent) {
      return exponent.sigmoid();
    }
    boolean negated = exponent.operation() == Operation.NEGATE;
    Expr sigmoid = (negated ? exponent.operand(0) : exponent.negate()).sigmoid();
    return a.isConstant(1) ? sigmoid : a.times(sigmoid);
  }
}
