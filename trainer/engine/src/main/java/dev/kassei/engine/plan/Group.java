package dev.kassei.engine.plan;

import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import java.util.List;

/**
 * Nodes that one kernel computes: a single node, or a pointwise region of one shape.
 *
 * @param nodes operands before what is made of them
 */
record Group(List<Node> nodes) {
  /** Whether the nodes are a pointwise region. */
  boolean isRegion() {
    return nodes.get(0).operation().isPointwise();
  }

  /** The shape of every node. */
  Shape shape() {
    return nodes.get(0).shape();
  }
}
