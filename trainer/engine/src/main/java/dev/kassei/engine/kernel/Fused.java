package dev.kassei.engine.kernel;

import static dev.kassei.api.expr.Operation.ADD;
import static dev.kassei.api.expr.Operation.DIVIDE;
import static dev.kassei.api.expr.Operation.MAX;
import static dev.kassei.api.expr.Operation.MULTIPLY;
import static dev.kassei.api.expr.Operation.SQRT;
import static dev.kassei.api.expr.Operation.SUBTRACT;

import dev.kassei.api.expr.Operation;
import java.util.EnumSet;
import java.util.List;

/**
 * Several pointwise operations in one loop: each value is loaded once, and what lies between the
 * operations stays in the processor. Every operation is rounded as if it were alone, so the bits
 * are the same. Larger ones come first; the operands are lettered from a on.
 */
@SuppressWarnings("ImmutableEnumChecker") // a part has only lists that cannot be changed
public enum Fused {
  /** a − b·c / (√d + e), a step of Adam. */
  ROOT_DESCENT(
      Part.of(
          SUBTRACT,
          Part.A,
          Part.of(
              DIVIDE,
              Part.of(MULTIPLY, Part.B, Part.C),
              Part.of(ADD, Part.of(SQRT, Part.D), Part.E)))),
  /** a·b + c·c·d, a running mean of squares. */
  WEIGHTED_SQUARES(
      Part.of(
          ADD,
          Part.of(MULTIPLY, Part.A, Part.B),
          Part.of(MULTIPLY, Part.of(MULTIPLY, Part.C, Part.C), Part.D))),
  /** a·b + c·d, a running mean. */
  WEIGHTED_SUM(Part.of(ADD, Part.of(MULTIPLY, Part.A, Part.B), Part.of(MULTIPLY, Part.C, Part.D))),
  /** a·b + c. */
  PRODUCT_SUM(Part.of(ADD, Part.of(MULTIPLY, Part.A, Part.B), Part.C)),
  /** a − b·c, a step of gradient descent. */
  DESCENT(Part.of(SUBTRACT, Part.A, Part.of(MULTIPLY, Part.B, Part.C))),
  /** max(a, b) + c, the end of elu and its kin. */
  MAXIMUM_SUM(Part.of(ADD, Part.of(MAX, Part.A, Part.B), Part.C)),
  /** a·b·c. */
  TRIPLE_PRODUCT(Part.of(MULTIPLY, Part.of(MULTIPLY, Part.A, Part.B), Part.C)),
  /** A single operation. */
  NONE(Part.A);

  private static final List<Fused> ALL = List.copyOf(EnumSet.range(ROOT_DESCENT, TRIPLE_PRODUCT));

  private final Part pattern;

  Fused(Part pattern) {
    this.pattern = pattern;
  }

  /** All that are more than one operation. */
  public static List<Fused> all() {
    return ALL;
  }

  /** The operations. */
  public Part pattern() {
    return pattern;
  }

  /**
   * An operation on parts, or an operand.
   *
   * @param operand the operand's number, or -1
   */
  public record Part(Operation operation, List<Part> parts, int operand) {
    static final Part A = operand(0);
    static final Part B = operand(1);
    static final Part C = operand(2);
    static final Part D = operand(3);
    static final Part E = operand(4);

    private static Part operand(int number) {
      return new Part(Operation.BROADCAST, List.of(), number);
    }

    static Part of(Operation operation, Part... parts) {
      return new Part(operation, List.of(parts), -1);
    }

    /** Whether it is an operand. */
    public boolean isOperand() {
      return operand >= 0;
    }
  }
}
