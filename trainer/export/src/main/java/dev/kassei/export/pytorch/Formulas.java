package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.HostMath;
import java.util.Optional;
import java.util.OptionalDouble;

/** How formulas are looked at. */
final class Formulas {
  private static final String WEIGHT = ".weight";

  private Formulas() {}

  /** A node without the marks around it, as it is in inference. */
  static Expr unmarked(Expr node) {
    Expr inner = node;
    while (isMark(inner)) {
      inner = marked(inner);
    }
    return inner;
  }

  static boolean isMark(Expr node) {
    return node.operation().kind() == Operation.Kind.MARK;
  }

  /** What a mark marks. */
  static Expr marked(Expr mark) {
    return mark.operand(mark.operation() == Operation.BY_MODE ? 1 : 0);
  }

  /** An operand without its marks. */
  static Expr operand(Expr node, int index) {
    return unmarked(node.operand(index));
  }

  static boolean is(Expr node, Operation operation) {
    return node.operation() == operation;
  }

  /** The name of a parameter or state; empty for everything else. */
  static Optional<String> tensorName(Expr node) {
    boolean isTensor = is(node, Operation.PARAMETER) || is(node, Operation.STATE);
    return isTensor ? node.name() : Optional.empty();
  }

  /** The path of the layer whose weight a parameter is; empty for everything else. */
  static Optional<String> layerOfWeight(Expr node) {
    return tensorName(node)
        .filter(name -> name.endsWith(WEIGHT))
        .map(name -> name.substring(0, name.length() - WEIGHT.length()));
  }

  /** The window of a node that slides one. */
  static Window window(Expr windows) {
    return ((Detail.Windows) windows.detail()).window();
  }

  /** The value of what depends on constants alone. */
  static OptionalDouble constant(Expr node) {
    Expr inner = unmarked(node);
    if (inner.detail() instanceof Detail.Value value) {
      return OptionalDouble.of(value.value());
    }
    if (!inner.isHostScalar() || inner.operands().isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] operands = new double[inner.operands().size()];
    for (int i = 0; i < operands.length; i++) {
      OptionalDouble operand = constant(inner.operand(i));
      if (operand.isEmpty()) {
        return operand;
      }
      operands[i] = operand.getAsDouble();
    }
    return OptionalDouble.of(HostMath.evaluate(inner.operation(), operands));
  }

  /** The number of axes of positions. */
  static int axes(Expr node) {
    return node.shape().rows().batched() ? node.shape().rows().sizes().size() : 0;
  }
}
