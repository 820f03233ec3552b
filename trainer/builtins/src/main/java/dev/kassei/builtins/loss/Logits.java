package dev.kassei.builtins.loss;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.Requirements;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;

/** What losses that take logits have in common. */
final class Logits {
  private Logits() {}

  /**
   * Refuses a prediction that ends with a sigmoid or softmax.
   *
   * @param loss the name of the loss, for the message
   * @param response the function that the loss applies itself
   */
  static void require(Expr prediction, String loss, String response) {
    Expr last = unmarked(prediction);
    boolean sigmoid = last.operation() == Operation.SIGMOID;
    Requirements.require(
        !sigmoid && !isSoftmax(last),
        "%s takes logits and applies the %s itself, but the model already ends with a %s;"
            + " remove it from the model (output_activation), or choose loss: mse",
        loss,
        response,
        sigmoid ? "sigmoid" : "softmax");
  }

  /** Logits of which the largest of each row is 0, which changes no probability. */
  static Expr shifted(Expr logits) {
    return logits.minus(logits.rowMax().detached());
  }

  /** The probabilities of classes. */
  static Expr softmax(Expr logits) {
    Expr exp = shifted(logits).exp();
    return exp.over(exp.rowSum());
  }

  /** Whether a formula is e / row_sum(e). */
  private static boolean isSoftmax(Expr formula) {
    if (formula.operation() != Operation.DIVIDE) {
      return false;
    }
    Expr sum = unmarked(formula.operand(1));
    return sum.operation() == Operation.ROW_SUM && isSame(formula.operand(0), sum.operand(0));
  }

  /** Whether two formulas are the same, written once or twice. */
  private static boolean isSame(Expr a, Expr b) {
    var numbers = new IdentityHashMap<Expr, Integer>();
    var known = new HashMap<List<Object>, Integer>();
    for (Expr node : Traversal.operandsFirst(List.of(a, b))) {
      List<Integer> operands = node.operands().stream().map(numbers::get).toList();
      List<Object> content = List.of(node.operation(), node.detail(), node.shape(), operands);
      numbers.put(
          node,
          isMark(node) ? operands.get(0) : known.computeIfAbsent(content, each -> known.size()));
    }
    return numbers.get(a).equals(numbers.get(b));
  }

  private static Expr unmarked(Expr formula) {
    Expr inner = formula;
    while (isMark(inner)) {
      inner = inner.operand(0);
    }
    return inner;
  }

  private static boolean isMark(Expr node) {
    return switch (node.operation()) {
      case TAP, SCOPE, PENALIZED -> true;
      default -> false;
    };
  }
}
