package dev.kassei.export.onnx;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Node;
import java.util.List;
import java.util.Optional;

/** Writes e / row_sum(e) with e = exp(x − row_max(x)), wherever it stands, as Softmax. */
final class Softmaxes {
  private final GraphWriter graph;
  private final Values values;
  private final List<Node> nodes;

  Softmaxes(GraphWriter graph, Values values, List<Node> nodes) {
    this.graph = graph;
    this.values = values;
    this.nodes = nodes;
  }

  /** How a value is written if it is a softmax. */
  Optional<Step> step(Node node) {
    if (node.operation() != Operation.DIVIDE) {
      return Optional.empty();
    }
    Node sum = operand(node, 1);
    Node exponentials = operand(node, 0);
    boolean isShare =
        sum.operation() == Operation.ROW_SUM
            && operand(sum, 0).id() == exponentials.id()
            && exponentials.operation() == Operation.EXP;
    return isShare ? ofShifted(node, operand(exponentials, 0)) : Optional.empty();
  }

  private Optional<Step> ofShifted(Node node, Node shifted) {
    if (shifted.operation() != Operation.SUBTRACT) {
      return Optional.empty();
    }
    Node x = operand(shifted, 0);
    Node largest = operand(shifted, 1);
    boolean isShifted =
        largest.operation() == Operation.ROW_MAX && operand(largest, 0).id() == x.id();
    return isShifted
        ? Optional.of(new Step(List.of(x.id()), () -> write(node, x)))
        : Optional.empty();
  }

  private Matrix write(Node node, Node x) {
    String name =
        graph.node("Softmax", List.of(values.last(x.id())), Attributes.integer("axis", -1));
    return Matrix.channelsLast(name, node.shape());
  }

  private Node operand(Node node, int place) {
    return nodes.get(node.operands().get(place));
  }
}
