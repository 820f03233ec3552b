package dev.kassei.export.c;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import java.util.BitSet;
import java.util.List;

/** Pointwise operations of one shape as loops in C. */
final class Loops {
  private final Steps steps;
  private final Names names;
  private final Real real;
  private final BitSet stored;

  Loops(Steps steps, Real real) {
    this.steps = steps;
    this.names = new Names(steps);
    this.real = real;
    this.stored = steps.stored();
  }

  /** A loop over the operations of a step. */
  String loop(List<Node> step) {
    var text = new StringBuilder();
    Shape shape = step.get(0).shape();
    boolean byRow = step.stream().anyMatch(node -> readsByRow(step, node));
    String indent = byRow ? "      " : "    ";
    text.append(
        byRow ? rowLoop(shape) : "  for (int i = 0; i < %s; i++) {\n".formatted(Names.size(shape)));
    for (Node node : step) {
      List<String> x =
          node.operands().stream().map(operand -> operand(step, operand, shape)).toList();
      String value = Pointwise.of(node.operation(), x, real);
      text.append(assignment(step, node, value, indent));
    }
    return text.append(byRow ? "    }\n  }\n" : "  }\n").toString();
  }

  private static String rowLoop(Shape shape) {
    return """
          for (int row = 0; row < %s; row++) {
            for (int column = 0; column < %s; column++) {
              const int i = row * %s + column;
        """
        .formatted(shape.rows().count(), shape.columns(), shape.columns());
  }

  /** A local number where the loop itself reads it, and a place of an array where others do. */
  private String assignment(List<Node> step, Node node, String value, String indent) {
    String place = names.array(node.id()) + "[i]";
    boolean isStored = stored.get(node.id());
    if (isStored && step.stream().noneMatch(each -> each.operands().contains(node.id()))) {
      return "%s%s = %s;\n".formatted(indent, place, value);
    }
    String local = Names.local(node.id());
    return "%sconst %s %s = %s;\n".formatted(indent, real.type(), local, value)
        + (isStored ? "%s%s = %s;\n".formatted(indent, place, local) : "");
  }

  private boolean readsByRow(List<Node> step, Node node) {
    Shape shape = node.shape();
    return shape.rows().count() > 1
        && node.operands().stream()
            .filter(operand -> step.stream().noneMatch(each -> each.id() == operand))
            .map(steps::node)
            .anyMatch(x -> !x.shape().isScalar() && !isWhole(x.shape(), shape));
  }

  private String operand(List<Node> step, int id, Shape shape) {
    Node node = steps.node(id);
    if (step.stream().anyMatch(each -> each.id() == id)) {
      return Names.local(id);
    }
    if (node.detail() instanceof Detail.Value constant) {
      return real.literal(constant.value());
    }
    String column = shape.rows().count() == 1 ? "i" : "column";
    if (node.operation() == Operation.COLUMN_INDEX) {
      return "(%s) %s".formatted(real.type(), node.shape().isScalar() ? "0" : column);
    }
    return "%s[%s]".formatted(names.array(id), place(node.shape(), shape, column));
  }

  private static String place(Shape x, Shape shape, String column) {
    if (isWhole(x, shape)) {
      return "i";
    }
    if (Names.size(x) == 1) {
      return "0";
    }
    return x.columns() == 1 ? "row" : column;
  }

  private static boolean isWhole(Shape x, Shape shape) {
    return x.rows().count() == shape.rows().count() && x.columns() == shape.columns();
  }
}
