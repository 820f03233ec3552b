package dev.kassei.engine.plan;

import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nodes that one kernel computes: a single node, or a pointwise region of one shape.
 *
 * @param inlined what the nodes read that has no matrix of its own, operands first
 * @param nodes operands before what is made of them
 */
record Group(List<Node> inlined, List<Node> nodes) {
  /** All nodes. */
  List<Node> all() {
    return Stream.concat(inlined.stream(), nodes.stream()).toList();
  }

  /** Whether the nodes are a pointwise region. */
  boolean isRegion() {
    return nodes.get(0).operation().isPointwise();
  }

  /** The shape of every node. */
  Shape shape() {
    return nodes.get(0).shape();
  }
}
