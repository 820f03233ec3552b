package dev.kassei.api.expr;

/**
 * Replaces what overflows or cancels by the primitive that does not, while a formula is built: an
 * author who writes {@code log(1 + exp(x))} gets {@code softplus(x)}.
 */
final class StableForms {
  private StableForms() {}

  /** 1 + tanh(x) is 2σ(2x); 1 + erf(x) is erfc(−x). */
  static Expr plus(Expr a, Expr b) {
    if (a.isConstant(1) && isSigmoidal(b)) {
      return onePlus(b);
    }
    if (b.isConstant(1) && isSigmoidal(a)) {
      return onePlus(a);
    }
    return Expr.pointwise(Operation.ADD, a, b);
  }

  /** exp(x) − 1 is expm1(x); 1 − σ(x) is σ(−x), and so for tanh and erf. */
  static Expr minus(Expr a, Expr b) {
    if (a.operation() == Operation.EXP && b.isConstant(1)) {
      return a.operand(0).expm1();
    }
    if (a.isConstant(1) && b.operation() == Operation.SIGMOID) {
      return b.operand(0).negate().sigmoid();
    }
    if (a.isConstant(1) && b.operation() == Operation.TANH) {
      return b.operand(0).times(-2).sigmoid().times(2);
    }
    if (a.isConstant(1) && b.operation() == Operation.ERF) {
      return b.operand(0).erfc();
    }
    return Expr.pointwise(Operation.SUBTRACT, a, b);
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

  /** log(1 + y) is log1p(y); log(σ(x)) is −softplus(−x). */
  static Expr log(Expr x) {
    if (x.operation() == Operation.ADD && x.operand(0).isConstant(1)) {
      return log1p(x.operand(1));
    }
    if (x.operation() == Operation.ADD && x.operand(1).isConstant(1)) {
      return log1p(x.operand(0));
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

  /** a / (1 + exp(−x)) is a·σ(x). */
  static Expr over(Expr a, Expr b) {
    if (b.operation() == Operation.ADD) {
      boolean oneFirst = b.operand(0).isConstant(1);
      Expr other = b.operand(oneFirst ? 1 : 0);
      if ((oneFirst || b.operand(1).isConstant(1)) && other.operation() == Operation.EXP) {
        Expr exponent = other.operand(0);
        boolean negated = exponent.operation() == Operation.NEGATE;
        Expr sigmoid = (negated ? exponent.operand(0) : exponent.negate()).sigmoid();
        return a.isConstant(1) ? sigmoid : a.times(sigmoid);
      }
    }
    return Expr.pointwise(Operation.DIVIDE, a, b);
  }
}
