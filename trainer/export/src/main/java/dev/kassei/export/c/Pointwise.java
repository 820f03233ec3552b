package dev.kassei.export.c;

import dev.kassei.api.expr.Operation;
import java.util.List;

/** Pointwise operations as expressions of C. */
final class Pointwise {
  private Pointwise() {}

  /**
   * An operation.
   *
   * @param x the operands, each a name, a place of an array or a literal
   */
  static String of(Operation operation, List<String> x, Real real) {
    return switch (operation) {
      case NEGATE -> "-" + x.get(0);
      case SQRT -> "sqrt" + real.suffix() + "(" + x.get(0) + ")";
      case ABS -> "fabs" + real.suffix() + "(" + x.get(0) + ")";
      case BROADCAST -> x.get(0);
      case ADD -> infix(x, "+");
      case SUBTRACT -> infix(x, "-");
      case MULTIPLY -> infix(x, "*");
      case DIVIDE -> infix(x, "/");
      case GREATER -> infix(x, ">") + " ? 1 : 0";
      case GREATER_OR_EQUAL -> infix(x, ">=") + " ? 1 : 0";
      case EQUAL -> infix(x, "==") + " ? 1 : 0";
      case WHERE -> "%s != 0 ? %s : %s".formatted(x.get(0), x.get(1), x.get(2));
      case CLIP -> "kassei_min(kassei_max(%s, %s), %s)".formatted(x.get(0), x.get(1), x.get(2));
      default -> Library.PREFIX + operation.functionName() + "(" + String.join(", ", x) + ")";
    };
  }

  private static String infix(List<String> x, String operator) {
    return x.get(0) + " " + operator + " " + x.get(1);
  }
}
