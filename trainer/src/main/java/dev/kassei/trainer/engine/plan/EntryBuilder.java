package dev.kassei.trainer.engine.plan;

import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.graph.Graph;
import dev.kassei.trainer.engine.graph.Node;
import dev.kassei.trainer.engine.kernel.Kernels;
import dev.kassei.trainer.engine.kernel.Matrix;
import dev.kassei.trainer.engine.kernel.Step;
import dev.kassei.trainer.engine.kernel.TileProgram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders the nodes of one entry point into steps. Pointwise nodes of one shape that can run
 * together become one region: nodes are levelled so that an operand outside the region has a lower
 * level than those that read it.
 */
final class EntryBuilder {
  private final Graph graph;
  private final Kernels kernels;
  private final Buffers buffers;
  private final BitSet nodes;
  private final BitSet kept;
  private final int[] levels;

  /**
   * @param nodes the nodes to compute, without sources
   * @param kept the nodes whose values somebody outside this entry reads
   */
  EntryBuilder(Graph graph, Kernels kernels, Buffers buffers, BitSet nodes, BitSet kept) {
    this.graph = graph;
    this.kernels = kernels;
    this.buffers = buffers;
    this.nodes = nodes;
    this.kept = (BitSet) kept.clone();
    this.levels = new int[graph.nodes().size()];
  }

  List<Step> build() {
    nodes.stream().forEach(id -> levels[id] = level(graph.nodes().get(id)));
    nodes.stream().forEach(id -> keepOperandsFromOutside(graph.nodes().get(id)));
    var byLevel = new TreeMap<Integer, Level>();
    nodes.stream()
        .forEach(
            id ->
                byLevel
                    .computeIfAbsent(
                        levels[id], key -> new Level(new ArrayList<>(), new LinkedHashMap<>()))
                    .add(graph.nodes().get(id)));
    var steps = new ArrayList<Step>();
    for (Level level : byLevel.values()) {
      level.alone().forEach(node -> steps.add(alone(node)));
      level.regions().forEach((shape, region) -> steps.add(region(shape, region)));
    }
    return steps;
  }

  /** What can run in any order: nodes that need a kernel each, and regions. */
  private record Level(List<Node> alone, Map<Shape, List<Node>> regions) {
    void add(Node node) {
      if (node.operation().isPointwise()) {
        regions.computeIfAbsent(node.shape(), shape -> new ArrayList<>()).add(node);
      } else {
        alone.add(node);
      }
    }
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

  private boolean isTogether(Node a, Node b) {
    return couldBeTogether(a, b) && levels[a.id()] == levels[b.id()];
  }

  private void keepOperandsFromOutside(Node node) {
    for (int operand : node.operands()) {
      if (nodes.get(operand) && !isTogether(graph.nodes().get(operand), node)) {
        kept.set(operand);
      }
    }
  }

  private Step alone(Node node) {
    List<Matrix> operands = node.operands().stream().map(buffers::of).toList();
    return kernels.step(node.operation(), node.detail(), operands, buffers.of(node.id()));
  }

  private Step region(Shape shape, List<Node> region) {
    var registers = new LinkedHashMap<Integer, Integer>();
    var loads = new ArrayList<Matrix>();
    var inside = new BitSet();
    region.forEach(node -> inside.set(node.id()));
    for (Node node : region) {
      for (int operand : node.operands()) {
        if (!inside.get(operand) && !registers.containsKey(operand)) {
          registers.put(operand, loads.size());
          loads.add(buffers.of(operand));
        }
      }
    }
    var instructions = new ArrayList<TileProgram.Instruction>();
    var stores = new LinkedHashMap<Integer, Matrix>();
    for (Node node : region) {
      int register = registers.size();
      registers.put(node.id(), register);
      List<Integer> sources = node.operands().stream().map(registers::get).toList();
      instructions.add(new TileProgram.Instruction(node.operation(), sources, register));
      if (kept.get(node.id())) {
        stores.put(register, buffers.of(node.id()));
      }
    }
    int lanes = buffers.of(region.get(0).operands().get(0)).lanes();
    return kernels.tiles(new TileProgram(shape, lanes, loads, instructions, stores));
  }
}
