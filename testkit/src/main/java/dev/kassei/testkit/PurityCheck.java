package dev.kassei.testkit;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Traversal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Asks twice for the formula, and three times for its values. */
final class PurityCheck {
  private PurityCheck() {}

  static void check(Subject subject, Findings findings) {
    if (!structure(subject.formula()).equals(structure(subject.formula()))) {
      findings.error(
          "%s builds another formula the second time: apply must depend on its argument and the"
              + " record's components alone",
          subject.layer());
    }
    double[] rows = Points.rows(50, subject.width());
    for (Precision precision : Precision.values()) {
      double[] first = subject.value(precision, rows.clone());
      double[] again = subject.value(precision, rows.clone());
      double[] compiledAgain = subject.newFunction(precision).value(rows.clone());
      if (!Arrays.equals(first, again) || !Arrays.equals(first, compiledAgain)) {
        findings.error("equal inputs give different values in %s", precision);
      }
    }
  }

  /** The nodes of a formula in order, with their operands as numbers of nodes. */
  private static List<Structure> structure(Expr formula) {
    var nodes = new ArrayList<Structure>();
    Map<Expr, Integer> numbers = new IdentityHashMap<>();
    for (Expr node : Traversal.operandsFirst(List.of(formula))) {
      List<Integer> operands = node.operands().stream().map(numbers::get).toList();
      numbers.put(node, nodes.size());
      nodes.add(new Structure(node.operation().name(), detail(node), node.path(), operands));
    }
    return nodes;
  }

  /** Initializers, row functions and layers need not define equality: their class counts. */
  private static Object detail(Expr node) {
    if (node.detail() instanceof Detail.Parameter parameter) {
      return List.of(parameter.name(), parameter.initializer().getClass(), node.shape());
    }
    if (node.detail() instanceof Detail.Function function) {
      return List.of(function.function().getClass(), node.shape());
    }
    if (node.detail() instanceof Detail.Applied applied) {
      return List.of(applied.path(), applied.layer().getClass(), node.shape());
    }
    return List.of(node.detail(), node.shape());
  }

  private record Structure(String operation, Object detail, String path, List<Integer> operands) {}
}
