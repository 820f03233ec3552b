package dev.kassei.engine.plan;

import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The groups of one entry point in an order in which they can run. Pointwise nodes of one shape
 * that can run together become one region: nodes are levelled so that an operand outside the region
 * has a lower level than those that read it.
 *
 * @param groups in order
 * @param stored the nodes whose values somebody outside their group reads
 */
record Schedule(List<Group> groups, BitSet stored) {
  /**
   * Orders nodes.
   *
   * @param nodes the nodes to compute, without sources
   * @param kept the nodes whose values somebody outside the entry reads
   */
  static Schedule of(Graph graph, BitSet nodes, BitSet kept) {
    return new Builder(graph, nodes).build(kept);
  }

  private static final class Builder {
    private final Graph graph;
    private final BitSet nodes;
    private final int[] levels;

    Builder(Graph graph, BitSet nodes) {
      this.graph = graph;
      this.nodes = nodes;
      this.levels = new int[graph.nodes().size()];
    }

    Schedule build(BitSet kept) {
      var stored = (BitSet) kept.clone();
      stored.and(nodes);
      var byLevel = new TreeMap<Integer, Level>();
      nodes.stream()
          .mapToObj(graph.nodes()::get)
          .forEach(
              node -> {
                levels[node.id()] = level(node);
                store(node, stored);
                byLevel.computeIfAbsent(levels[node.id()], key -> new Level()).add(node);
              });
      List<Group> groups =
          byLevel.values().stream().flatMap(level -> level.all().stream()).toList();
      return new Schedule(groups, stored);
    }

    private int level(Node node) {
      int level = 0;
      for (int operand : node.operands()) {
        if (nodes.get(operand)) {
          boolean together = couldBeTogether(graph.nodes().get(operand), node);
          level = Math.max(level, levels[operand] + (together ? 0 : 1));
        }
      }
      return level;
    }

    private static boolean couldBeTogether(Node a, Node b) {
      return a.operation().isPointwise()
          && b.operation().isPointwise()
          && a.shape().equals(b.shape());
    }

    /** Operands from another group have to be stored. */
    private void store(Node node, BitSet stored) {
      for (int operand : node.operands()) {
        Node other = graph.nodes().get(operand);
        boolean together = couldBeTogether(other, node) && levels[operand] == levels[node.id()];
        if (nodes.get(operand) && !together) {
          stored.set(operand);
        }
      }
    }
  }

  /** What can run in any order: nodes that need a kernel each, and regions by shape. */
  private static final class Level {
    private final List<Group> alone = new ArrayList<>();
    private final Map<Shape, List<Node>> regions = new LinkedHashMap<>();

    void add(Node node) {
      if (node.operation().isPointwise()) {
        regions.computeIfAbsent(node.shape(), shape -> new ArrayList<>()).add(node);
      } else {
        alone.add(new Group(List.of(node)));
      }
    }

    List<Group> all() {
      var all = new ArrayList<>(alone);
      regions.values().forEach(region -> all.add(new Group(region)));
      return all;
    }
  }
}
