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
   * @param inlined the nodes that are not computed by themselves
   */
  static Schedule of(Graph graph, BitSet nodes, BitSet kept, Inlined inlined) {
    return new Builder(graph, nodes, inlined).build(kept);
  }

  private static final class Builder {
    private final Graph graph;
    private final BitSet nodes;
    private final Inlined inlined;
    private final int[] levels;

    Builder(Graph graph, BitSet nodes, Inlined inlined) {
      this.graph = graph;
      this.nodes = nodes;
      this.inlined = inlined;
      this.levels = new int[graph.nodes().size()];
    }

    Schedule build(BitSet kept) {
      var stored = (BitSet) kept.clone();
      stored.and(nodes);
      var byLevel = new TreeMap<Integer, Level>();
      nodes.stream()
          .filter(id -> !inlined.has(id))
          .mapToObj(graph.nodes()::get)
          .forEach(
              node -> {
                levels[node.id()] = level(node);
                store(node, stored);
                byLevel.computeIfAbsent(levels[node.id()], key -> new Level()).add(node);
              });
      List<Group> groups =
          byLevel.values().stream()
              .flatMap(level -> level.all().stream())
              .map(this::group)
              .toList();
      return new Schedule(groups, stored);
    }

    private Group group(List<Node> together) {
      return new Group(
          together.stream().flatMap(node -> inlined.behind(node).stream()).distinct().toList(),
          together);
    }

    private int level(Node node) {
      int level = 0;
      for (int operand : inlined.read(node)) {
        if (nodes.get(operand)) {
          boolean together = couldBeTogether(operand, node);
          level = Math.max(level, levels[operand] + (together ? 0 : 1));
        }
      }
      return level;
    }

    /** Whether a node and one that it reads as it is can be in one region. */
    private boolean couldBeTogether(int operand, Node node) {
      Node other = graph.nodes().get(operand);
      return node.operands().contains(operand)
          && other.operation().isPointwise()
          && node.operation().isPointwise()
          && other.shape().equals(node.shape());
    }

    /** Operands from another group have to be stored. */
    private void store(Node node, BitSet stored) {
      for (int operand : inlined.read(node)) {
        boolean together = couldBeTogether(operand, node) && levels[operand] == levels[node.id()];
        if (nodes.get(operand) && !together) {
          stored.set(operand);
        }
      }
    }
  }

  /** What can run in any order: nodes that need a kernel each, and regions by shape. */
  private static final class Level {
    private final List<List<Node>> alone = new ArrayList<>();
    private final Map<Shape, List<Node>> regions = new LinkedHashMap<>();

    void add(Node node) {
      if (node.operation().isPointwise()) {
        regions.computeIfAbsent(node.shape(), shape -> new ArrayList<>()).add(node);
      } else {
        alone.add(List.of(node));
      }
    }

    List<List<Node>> all() {
      var all = new ArrayList<>(alone);
      all.addAll(regions.values());
      return all;
    }
  }
}
