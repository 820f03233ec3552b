package dev.kassei.engine.graph;

import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;

/** How much there is to compute. */
public final class Work {
  private Work() {}

  /**
   * The floating-point operations of one operation: a fused multiply-add counts two, every other
   * primitive one for each value that it makes or adds up, a copy none.
   *
   * @param first the shape of the first operand
   */
  public static long operations(Operation operation, Shape shape, Shape first, int batch) {
    return switch (operation.kind()) {
      case POINTWISE -> size(shape, batch);
      case REDUCTION -> size(first, batch);
      case MATRIX -> 2 * size(shape, batch) * terms(operation, first, batch);
      default -> operation == Operation.FOLD_WINDOWS ? size(first, batch) : 0;
    };
  }

  private static int terms(Operation operation, Shape first, int batch) {
    return switch (operation) {
      case MATMUL_TN -> first.rows().actual(batch);
      case INNER_MATMUL_TN -> first.rows().inner();
      default -> first.columns();
    };
  }

  /** The floating-point operations of a node. */
  public static long operations(Graph graph, Node node, int batch) {
    Shape first = graph.nodes().get(node.operands().get(0)).shape();
    return operations(node.operation(), node.shape(), first, batch);
  }

  /** The number of values of a shape; the largest number where there are more. */
  public static long size(Shape shape, int batch) {
    long numbers = (long) shape.rows().count() * shape.columns();
    int items = shape.rows().batched() ? batch : 1;
    boolean fits = Math.multiplyHigh(numbers, items) == 0 && numbers * items >= 0;
    return fits ? numbers * items : Long.MAX_VALUE;
  }
}
