package dev.kassei.engine.plan;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of an entry that have no matrix of their own: a reshaped value is read where it is, and
 * what windows see, or the product that is added where they saw it, is made piece by piece by what
 * reads it.
 */
final class Inlined {
  private final Graph graph;
  private final BitSet kept;
  private final Map<Integer, List<Node>> readers = new HashMap<>();
  private final BitSet all = new BitSet();

  private Inlined(Graph graph, BitSet kept) {
    this.graph = graph;
    this.kept = kept;
  }

  /**
   * Looks for such nodes.
   *
   * @param nodes the nodes to compute, without sources
   * @param kept the nodes whose values somebody outside the entry reads
   * @param lanes the number of trials side by side; with more than one windows have matrices
   */
  static Inlined of(Graph graph, BitSet nodes, BitSet kept, int lanes) {
    var inlined = new Inlined(graph, kept);
    List<Node> computed = nodes.stream().mapToObj(graph.nodes()::get).toList();
    for (Node node : computed) {
      for (int operand : node.operands()) {
        inlined.readers.computeIfAbsent(operand, key -> new ArrayList<>()).add(node);
      }
    }
    computed.stream()
        .filter(node -> !kept.get(node.id()))
        .filter(
            node ->
                node.operation() == Operation.RESHAPE || (lanes == 1 && inlined.isPiecewise(node)))
        .forEach(node -> inlined.all.set(node.id()));
    return inlined;
  }

  private boolean isPiecewise(Node node) {
    List<Node> itsReaders = readers.getOrDefault(node.id(), List.of());
    return switch (node.operation()) {
      case WINDOWS -> itsReaders.stream().allMatch(reader -> readsPieces(reader, node));
      case MATMUL_NT ->
          itsReaders.size() == 1 && itsReaders.get(0).operation() == Operation.FOLD_WINDOWS;
      default -> false;
    };
  }

  private boolean readsPieces(Node reader, Node windows) {
    return switch (reader.operation()) {
      case MATMUL, MATMUL_TN ->
          reader.operands().get(0) == windows.id() && reader.operands().get(1) != windows.id();
      case RESHAPE -> isByTap(reader, windows) && areReductions(reader);
      default -> false;
    };
  }

  /** Whether the taps of windows have become the last axis of positions. */
  private static boolean isByTap(Node reshape, Node windows) {
    int taps = window(windows).taps();
    Rows rows = windows.shape().rows().times(taps);
    return reshape.shape().equals(new Shape(rows, windows.shape().columns() / taps));
  }

  private boolean areReductions(Node reshape) {
    return !kept.get(reshape.id())
        && readers.getOrDefault(reshape.id(), List.of()).stream()
            .allMatch(
                reader ->
                    switch (reader.operation()) {
                      case INNER_SUM, INNER_MAX, INNER_FIRST_MAX -> true;
                      default -> false;
                    });
  }

  private static Window window(Node node) {
    return ((Detail.Windows) node.detail()).window();
  }

  /** Whether a node has no matrix of its own. */
  boolean has(int node) {
    return all.get(node);
  }

  /** The nodes without matrices through which a node reads others, operands first. */
  List<Node> behind(Node node) {
    var behind = new ArrayList<Node>();
    for (int operand : node.operands()) {
      if (has(operand)) {
        Node other = graph.nodes().get(operand);
        behind.addAll(behind(other));
        behind.add(other);
      }
    }
    return behind;
  }

  /** What a node reads that has a matrix. */
  List<Integer> read(Node node) {
    var read = new ArrayList<Integer>();
    for (int operand : node.operands()) {
      if (has(operand)) {
        read.addAll(read(graph.nodes().get(operand)));
      } else {
        read.add(operand);
      }
    }
    return read;
  }

  /**
   * The windows through which a node reads its first operand; the node itself if there are none.
   */
  Node windows(Node node) {
    Node source = node;
    while (!source.operands().isEmpty() && has(source.operands().get(0))) {
      source = graph.nodes().get(source.operands().get(0));
      if (source.operation() == Operation.WINDOWS) {
        return source;
      }
    }
    return node;
  }
}
