package dev.kassei.api.expr;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A power with any exponent, as {@link Expr#power(Expr)} builds it of other operations.
 *
 * @param base what is raised
 * @param exponent to this power
 */
record AnyPower(Expr base, Expr exponent) {
  private static final int LARGEST = 64;

  /** More than a power has nodes above its base and exponent. */
  private static final int DEPTH = 8;

  /** The power that a node is, with its branch for base 0; empty if it is none. */
  static Optional<AnyPower> in(Expr node) {
    if (node.operation() != Operation.WHERE || node.operand(2).operation() != Operation.EXP) {
      return Optional.empty();
    }
    Expr condition = node.operand(0);
    boolean isProduct = condition.operation() == Operation.MULTIPLY;
    Expr isZero = isProduct ? condition.operand(0) : condition;
    Expr product = node.operand(2).operand(0);
    if (isZero.operation() != Operation.EQUAL || product.operation() != Operation.MULTIPLY) {
      return Optional.empty();
    }
    var power = new AnyPower(isZero.operand(0), product.operand(1));
    return isBuiltAs(of(power.base, power.exponent), node, DEPTH)
        ? Optional.of(power)
        : Optional.empty();
  }

  /** Whether a node is like one that was built, of the same nodes at this depth at the latest. */
  private static boolean isBuiltAs(Expr built, Expr node, int depth) {
    if (built == node) {
      return true;
    }
    return depth > 0
        && node.name().isEmpty()
        && built.operation() == node.operation()
        && built.detail().equals(node.detail())
        && built.operands().size() == node.operands().size()
        && IntStream.range(0, built.operands().size())
            .allMatch(i -> isBuiltAs(built.operand(i), node.operand(i), depth - 1));
  }

  static Expr of(Expr base, Expr exponent) {
    if (base.isHostScalar() && exponent.isHostScalar()) {
      return Expr.node(Operation.POWER, Detail.NONE, Shape.SCALAR, base, exponent);
    }
    if (!(exponent.detail() instanceof Detail.Value constant)) {
      return ofFormula(base, exponent);
    }
    double value = constant.value();
    return whole(value)
        .map(base::power)
        .orElseGet(() -> value > 0 ? ofConstant(base, value) : general(base, exponent));
  }

  private static Optional<Integer> whole(double value) {
    boolean isWhole = Math.rint(value) == value && Math.abs(value) <= LARGEST;
    return isWhole ? Optional.of((int) value) : Optional.empty();
  }

  private static Expr ofConstant(Expr base, double exponent) {
    Expr atZero = exponent > 1 ? Expr.constant(0) : base.sqrt();
    Expr general = general(base, Expr.constant(exponent));
    return Expr.where(base.equalTo(Expr.constant(0)), atZero, general);
  }

  /** For a negative exponent what is general is right at 0, too: infinite, with its slopes. */
  private static Expr ofFormula(Expr base, Expr exponent) {
    Expr zero = Expr.constant(0);
    Expr one = Expr.constant(1);
    Expr isSpecial = base.equalTo(zero).times(exponent.atLeast(zero));
    Expr below = Expr.where(exponent.equalTo(zero), one, base.sqrt());
    Expr atMostOne = Expr.where(exponent.equalTo(one), base, below);
    Expr atZero = Expr.where(exponent.greaterThan(one), zero, atMostOne);
    return Expr.where(isSpecial, atZero, general(base, exponent));
  }

  private static Expr general(Expr base, Expr exponent) {
    return base.log().times(exponent).exp();
  }
}
