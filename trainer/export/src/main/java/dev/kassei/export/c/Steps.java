package dev.kassei.export.c;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a header computes for one item, one step after the other. A step is a loop over pointwise
 * operations of one shape, or one other operation. A reshape is no step but another view of the
 * same array, and what only a product sees of windows is part of the product.
 */
final class Steps {
  private final List<Node> nodes;
  private final int root;
  private final List<List<Node>> all = new ArrayList<>();
  private final Map<Integer, Integer> stepOf = new HashMap<>();
  private final BitSet needed;
  private final BitSet windows = new BitSet();

  /** The steps of a program's prediction. */
  Steps(Program program, String output) {
    nodes = program.graph().nodes();
    root = array(program.outputs().get(output));
    needed = program.needed(Entry.PREDICT);
    needed.stream().filter(this::isSeenByProductsOnly).forEach(windows::set);
    needed.stream().mapToObj(nodes::get).filter(this::isComputed).forEach(this::add);
  }

  private boolean isComputed(Node node) {
    return node.operation() != Operation.RESHAPE && !windows.get(node.id());
  }

  private boolean isSeenByProductsOnly(int id) {
    return nodes.get(id).operation() == Operation.WINDOWS
        && needed.stream()
            .mapToObj(nodes::get)
            .filter(node -> node.operands().contains(id))
            .allMatch(node -> node.operation() == Operation.MATMUL && node.operands().get(0) == id);
  }

  private void add(Node node) {
    if (all.isEmpty() || !belongsTo(all.get(all.size() - 1), node)) {
      all.add(new ArrayList<>());
    }
    all.get(all.size() - 1).add(node);
    stepOf.put(node.id(), all.size() - 1);
  }

  private boolean belongsTo(List<Node> step, Node node) {
    Node first = step.get(0);
    return first.operation().isPointwise()
        && node.operation().isPointwise()
        && first.shape().equals(node.shape())
        && node.operands().stream().allMatch(operand -> isReadable(step, operand));
  }

  /** Whether an operand is computed for the same place, or by an earlier step. */
  private boolean isReadable(List<Node> step, int operand) {
    return isIn(step, operand) || !isIn(step, array(operand));
  }

  private static boolean isIn(List<Node> step, int id) {
    return step.stream().anyMatch(node -> node.id() == id);
  }

  /** The steps in their order. */
  List<List<Node>> all() {
    return all;
  }

  Node node(int id) {
    return nodes.get(id);
  }

  /** The node in whose array the numbers of a node stand. */
  int array(int id) {
    Node node = nodes.get(id);
    return node.operation() == Operation.RESHAPE ? array(node.operands().get(0)) : id;
  }

  /** Whether a product takes a window's view of its first operand. */
  boolean isConvolution(Node node) {
    return node.operation() == Operation.MATMUL && windows.get(node.operands().get(0));
  }

  /** The node of the result. */
  int root() {
    return root;
  }

  /** The nodes whose numbers are read in another step than that which computes them. */
  BitSet stored() {
    var stored = new BitSet();
    lastReads().entrySet().stream()
        .filter(each -> stepOf.containsKey(each.getKey()))
        .filter(each -> stepOf.get(each.getKey()) < each.getValue())
        .forEach(each -> stored.set(each.getKey()));
    return stored;
  }

  /** The last step that reads each node; that after the last step reads the result. */
  Map<Integer, Integer> lastReads() {
    var reads = new HashMap<Integer, Integer>();
    for (int step = 0; step < all.size(); step++) {
      for (Node node : all.get(step)) {
        for (int operand : read(node)) {
          reads.put(operand, step);
        }
      }
    }
    reads.put(root, all.size());
    return reads;
  }

  /** The last step that reads the features. */
  int lastReadOfFeatures() {
    return lastReads().entrySet().stream()
        .filter(each -> node(each.getKey()).operation() == Operation.INPUT)
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  /** The nodes whose arrays a node reads. */
  List<Integer> read(Node node) {
    var read = new ArrayList<Integer>();
    for (int operand : node.operands()) {
      int array = array(operand);
      read.add(windows.get(array) ? array(nodes.get(array).operands().get(0)) : array);
    }
    return read;
  }

  /** The parameters and states that are read. */
  List<Node> tensors() {
    return lastReads().keySet().stream()
        .sorted()
        .map(nodes::get)
        .filter(
            node -> node.operation() == Operation.PARAMETER || node.operation() == Operation.STATE)
        .toList();
  }
}
