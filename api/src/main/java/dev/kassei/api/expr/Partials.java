package dev.kassei.api.expr;

/** The partial derivatives of pointwise operations that do not choose between operands. */
final class Partials {
  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  private Partials() {}

  /** {@code d} times the partial derivative of a pointwise node by one of its operands. */
  static Expr through(Expr y, int operand, Expr d) {
    if (y.operands().size() == 1) {
      return unary(y, y.operand(0), d);
    }
    return operand == 0 ? first(y, d) : second(y, d);
  }

  /** {@code d} times the derivative of a power by its base. */
  static Expr power(Power power, Expr d) {
    int exponent = power.exponent();
    return product(d, power.base().power(exponent - 1).times(exponent));
  }

  /** Whether the partial derivative is a number, the same at every value. */
  static boolean isNumber(Expr y, int operand) {
    return switch (y.operation()) {
      case ADD, SUBTRACT, NEGATE, BROADCAST -> true;
      case MULTIPLY, DIVIDE -> y.operand(1 - operand).isHostScalar();
      default -> false;
    };
  }

  private static Expr unary(Expr y, Expr x, Expr d) {
    return switch (y.operation()) {
      case NEGATE -> negative(d);
      case EXP -> product(d, y);
      // not expm1(x) + 1, which has no digits left for very negative x
      case EXPM1 -> product(d, x.exp());
      case LOG -> d.over(x);
      case LOG1P -> d.over(x.plus(1));
      // 1 − tanh² and σ(1 − σ) lose all digits in the tails
      case TANH -> product(d, x.times(2).sigmoidDerivative().times(4));
      case SIGMOID -> product(d, x.sigmoidDerivative());
      case SIGMOID_DERIVATIVE -> product(d, y).times(x.times(0.5).tanh()).negate();
      case SOFTPLUS -> product(d, x.sigmoid());
      case ERF -> product(d, x.square().negate().exp().times(TWO_OVER_SQRT_PI));
      case ERFC -> product(d, x.square().negate().exp().times(-TWO_OVER_SQRT_PI));
      case SIN -> product(d, x.cos());
      case COS -> product(d, x.sin()).negate();
      case ATAN -> d.over(x.square().plus(1));
      case SQRT -> d.over(y.times(2));
      case ABS -> product(d, x.sign());
      case BROADCAST -> d;
      default -> throw noRule(y);
    };
  }

  private static Expr first(Expr y, Expr d) {
    Expr b = y.operand(1);
    return switch (y.operation()) {
      case ADD, SUBTRACT -> d;
      case MULTIPLY -> product(d, b);
      case DIVIDE -> d.over(b);
      default -> throw noRule(y);
    };
  }

  private static Expr second(Expr y, Expr d) {
    Expr a = y.operand(0);
    Expr b = y.operand(1);
    return switch (y.operation()) {
      case ADD -> d;
      case SUBTRACT -> negative(d);
      case MULTIPLY -> product(d, a);
      case DIVIDE -> product(d, y).over(b).negate();
      default -> throw noRule(y);
    };
  }

  private static Expr product(Expr d, Expr slope) {
    if (d.isConstant(1)) {
      return slope;
    }
    return slope.isConstant(1) ? d : d.times(slope);
  }

  private static Expr negative(Expr d) {
    return d.detail() instanceof Detail.Value number ? Expr.constant(-number.value()) : d.negate();
  }

  private static IllegalStateException noRule(Expr y) {
    return new IllegalStateException(y.operation() + " has no derivative rule");
  }
}
