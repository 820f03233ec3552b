package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The memory of a plan, large enough for the capacity. Lasting matrices belong to one node each;
 * passing ones are handed out and taken back, so that nodes which are not needed at the same time
 * share their memory.
 */
final class Buffers {
  private final Graph graph;
  private final Kernels kernels;
  private final int capacity;
  private final int lanes;
  private final Matrix[] lasting;
  private final TreeMap<Integer, ArrayDeque<Buffer>> free = new TreeMap<>();
  private final Map<Buffer, Integer> sizes = new IdentityHashMap<>();

  Buffers(Graph graph, Kernels kernels, int capacity, int lanes) {
    this.graph = graph;
    this.kernels = kernels;
    this.capacity = capacity;
    this.lanes = lanes;
    this.lasting = new Matrix[graph.nodes().size()];
  }

  /** The number of trials side by side. */
  int lanes() {
    return lanes;
  }

  /** The lasting matrix of a node, made when first asked for. */
  Matrix of(int node) {
    if (lasting[node] == null) {
      lasting[node] = another(node);
    }
    return lasting[node];
  }

  /** Gives a node the lasting matrix of another of the same shape. */
  void share(int node, int other) {
    lasting[node] = of(other);
  }

  /** The lasting matrix of a node, if it has one. */
  Optional<Matrix> existing(int node) {
    return Optional.ofNullable(lasting[node]);
  }

  /** A new lasting matrix like that of a node. */
  Matrix another(int node) {
    return matrix(node, kernels.allocate(size(node)));
  }

  /** A passing matrix for a node: the smallest free one that is large enough, or a new one. */
  Matrix borrow(int node) {
    int size = size(node);
    var fitting = free.ceilingEntry(size);
    if (fitting == null) {
      Buffer buffer = kernels.allocate(size);
      sizes.put(buffer, size);
      return matrix(node, buffer);
    }
    Buffer buffer = fitting.getValue().pop();
    if (fitting.getValue().isEmpty()) {
      free.remove(fitting.getKey());
    }
    return matrix(node, buffer);
  }

  /** Takes back a passing matrix that nobody will read any more. */
  void giveBack(Matrix matrix) {
    Buffer buffer = matrix.buffer();
    free.computeIfAbsent(sizes.get(buffer), size -> new ArrayDeque<>()).push(buffer);
  }

  private Matrix matrix(int node, Buffer buffer) {
    return new Matrix(buffer, graph.nodes().get(node).shape(), lanes);
  }

  private int size(int id) {
    Node node = graph.nodes().get(id);
    long rows = node.shape().rows().actual(capacity);
    return Math.toIntExact(rows * node.shape().columns() * lanes);
  }
}
