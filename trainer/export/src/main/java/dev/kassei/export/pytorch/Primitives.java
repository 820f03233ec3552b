package dev.kassei.export.pytorch;

import static dev.kassei.export.pytorch.Code.Binding.COMPARISON;
import static dev.kassei.export.pytorch.Code.Binding.PRODUCT;
import static dev.kassei.export.pytorch.Code.Binding.SIGN;
import static dev.kassei.export.pytorch.Code.Binding.SUM;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.export.pytorch.Value.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Pointwise operations in PyTorch. */
final class Primitives {
  private Primitives() {}

  /** A pointwise operation of values. */
  static Value of(Expr node, List<Value> operands) {
    int axes = Formulas.axes(node);
    Order order =
        operands.stream()
            .filter(each -> axes > 0 && each.axes() == axes)
            .map(Value::order)
            .findFirst()
            .orElse(Order.CHANNELS_LAST);
    List<Code> codes = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      codes.add(placed(node.operand(i), operands.get(i), axes, order));
    }
    return switch (node.operation()) {
      case GREATER, GREATER_OR_EQUAL, EQUAL ->
          new Value(comparison(node.operation(), codes), axes, order, true);
      case WHERE -> new Value(where(operands.get(0), codes), axes, order, false);
      default -> new Value(number(node, codes), axes, order, false);
    };
  }

  /** An operand with its channels where the result has them; parameters stand beside positions. */
  private static Code placed(Expr operand, Value value, int axes, Order order) {
    boolean isRow = value.axes() == 0 && operand.width() > 1;
    return axes > 0 && order == Order.CHANNELS_FIRST && isRow
        ? Code.method("%s.view(-1" + ", 1".repeat(axes) + ")", value.last())
        : value.in(order);
  }

  private static Code comparison(Operation operation, List<Code> x) {
    String operator =
        switch (operation) {
          case GREATER -> ">";
          case GREATER_OR_EQUAL -> ">=";
          default -> "==";
        };
    return Code.of(COMPARISON, SUM, "%s " + operator + " %s", x.get(0), x.get(1));
  }

  private static Code where(Value condition, List<Code> x) {
    Code isTrue =
        condition.isBoolean() ? condition.code() : Code.of(COMPARISON, SUM, "%s != 0", x.get(0));
    return Code.call("torch.where(%s, %s, %s)", isTrue, x.get(1), x.get(2));
  }

  private static Code number(Expr node, List<Code> x) {
    return switch (node.operation()) {
      case NEGATE -> Code.of(SIGN, Code.Binding.CALL, "-%s", x.get(0));
      case ADD -> Code.infix(SUM, x.get(0), "+", x.get(1));
      case SUBTRACT -> difference(x.get(0), x.get(1));
      case MULTIPLY -> product(node, x);
      case DIVIDE -> isNumber(node, 1, 1) ? x.get(0) : Code.infix(PRODUCT, x.get(0), "/", x.get(1));
      case MAX -> largest(node, x);
      case MIN -> smallest(node, x);
      case CLIP -> clipped(node, x);
      case BROADCAST -> x.get(0);
      case SOFTPLUS -> Code.call("F.softplus(%s, threshold=40)", x.get(0));
      case SIGMOID_DERIVATIVE ->
          Code.call("torch.sigmoid(%s) * torch.sigmoid(-(%s))", x.get(0), x.get(0));
      default -> Code.call("torch." + node.operation().functionName() + "(%s)", x.get(0));
    };
  }

  /** Less a negative number is more. */
  private static Code difference(Code left, Code right) {
    return right.binding() == SIGN && right.variables().isEmpty()
        ? Code.infix(SUM, left, "+", Code.atom(right.text().substring(1)))
        : Code.infix(SUM, left, "-", right);
  }

  private static Code product(Expr node, List<Code> x) {
    if (isNumber(node, 0, 1) || isNumber(node, 1, 1)) {
      return x.get(isNumber(node, 0, 1) ? 1 : 0);
    }
    return x.get(0).equals(x.get(1)) && x.get(0).isName()
        ? Code.call("torch.square(%s)", x.get(0))
        : Code.infix(PRODUCT, x.get(0), "*", x.get(1));
  }

  private static Code largest(Expr node, List<Code> x) {
    if (isNumber(node, 1) && !isNumber(node, 0)) {
      return isNumber(node, 1, 0)
          ? Code.call("torch.relu(%s)", x.get(0))
          : Code.call("torch.clamp(%s, min=%s)", x.get(0), x.get(1));
    }
    return isNumber(node, 0)
        ? Code.call("torch.clamp(%s, min=%s)", x.get(1), x.get(0))
        : Code.call("torch.maximum(%s, %s)", x.get(0), x.get(1));
  }

  private static Code smallest(Expr node, List<Code> x) {
    if (isNumber(node, 1) && !isNumber(node, 0)) {
      return Code.call("torch.clamp(%s, max=%s)", x.get(0), x.get(1));
    }
    return isNumber(node, 0)
        ? Code.call("torch.clamp(%s, max=%s)", x.get(1), x.get(0))
        : Code.call("torch.minimum(%s, %s)", x.get(0), x.get(1));
  }

  private static Code clipped(Expr node, List<Code> x) {
    return isNumber(node, 1) && isNumber(node, 2)
        ? Code.call("torch.clamp(%s, %s, %s)", x.get(0), x.get(1), x.get(2))
        : Code.call(
            "torch.minimum(torch.maximum(%s, %s), %s)",
            x.get(0), tensor(node, 1, x), tensor(node, 2, x));
  }

  /** A number among tensors has to be one. */
  private static Code tensor(Expr node, int index, List<Code> x) {
    return isNumber(node, index)
        ? Code.call("torch.full_like(%s, %s)", x.get(0), x.get(index))
        : x.get(index);
  }

  private static boolean isNumber(Expr node, int index) {
    return Formulas.constant(node.operand(index)).isPresent();
  }

  private static boolean isNumber(Expr node, int index, double value) {
    OptionalDouble number = Formulas.constant(node.operand(index));
    return number.isPresent() && number.getAsDouble() == value;
  }
}
