package dev.kassei.api.expr;

/**
 * A power that was built by repeated multiplication.
 *
 * @param base what is multiplied
 * @param exponent how often, 1 for what is not a power
 */
record Power(Expr base, int exponent) {
  private static final int LARGEST = 64;

  /** The power that {@link Expr#power(int)} would build as this node. */
  static Power of(Expr node) {
    return of(node, LARGEST);
  }

  private static Power of(Expr node, int largest) {
    if (largest < 2 || node.operation() != Operation.MULTIPLY) {
      return new Power(node, 1);
    }
    Expr left = node.operand(0);
    Expr right = node.operand(1);
    if (left == right) {
      Power half = of(left, largest / 2);
      return new Power(half.base, 2 * half.exponent);
    }
    if (left.operation() != Operation.MULTIPLY || left.operand(0) != left.operand(1)) {
      return new Power(node, 1);
    }
    Power even = of(left, largest - 1);
    return even.base == right ? new Power(right, even.exponent + 1) : new Power(node, 1);
  }
}
