package dev.kassei.export.c;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;

/** What the numbers of nodes are called in C. */
record Names(Steps steps) {
  /** The name of a number within a loop. */
  static String local(int id) {
    return "t" + id;
  }

  /** The name of the array of a node's numbers. */
  String array(int id) {
    Node node = steps.node(steps.array(id));
    return switch (node.operation()) {
      case INPUT -> "features";
      case PARAMETER, STATE -> Library.PREFIX + "w" + node.id();
      default -> "v" + node.id();
    };
  }

  /** The name of a parameter or state. */
  static String tensorName(Node node) {
    return node.detail() instanceof Detail.State state
        ? state.name()
        : ((Detail.Parameter) node.detail()).name();
  }

  /** The numbers of a shape for one item. */
  static int size(Shape shape) {
    return Math.multiplyExact(shape.rows().count(), shape.columns());
  }
}
