package dev.kassei.trainer.engine.plan;

import dev.kassei.trainer.engine.graph.Graph;
import dev.kassei.trainer.engine.graph.Node;
import dev.kassei.trainer.engine.kernel.Kernels;
import dev.kassei.trainer.engine.kernel.Matrix;
import java.util.Optional;

/** The matrices of a plan by node, made when first asked for, large enough for the capacity. */
final class Buffers {
  private final Graph graph;
  private final Kernels kernels;
  private final int capacity;
  private final int lanes;
  private final Matrix[] matrices;

  Buffers(Graph graph, Kernels kernels, int capacity, int lanes) {
    this.graph = graph;
    this.kernels = kernels;
    this.capacity = capacity;
    this.lanes = lanes;
    this.matrices = new Matrix[graph.nodes().size()];
  }

  Matrix of(int node) {
    if (matrices[node] == null) {
      matrices[node] = allocate(graph.nodes().get(node));
    }
    return matrices[node];
  }

  Optional<Matrix> existing(int node) {
    return Optional.ofNullable(matrices[node]);
  }

  /** A second matrix like that of a node. */
  Matrix another(int node) {
    return allocate(graph.nodes().get(node));
  }

  private Matrix allocate(Node node) {
    long rows = node.shape().rows().actual(capacity);
    int size = Math.toIntExact(rows * node.shape().columns() * lanes);
    return new Matrix(kernels.allocate(size), node.shape(), lanes);
  }
}
