package dev.kassei.engine.graph;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import java.util.List;

/**
 * A node of a canonical graph.
 *
 * @param id its number; operands have smaller ones
 * @param host whether it depends on constants, rate, step and rows alone, so that it is computed
 *     once a step in float64
 * @param operands the operands' numbers
 * @param path the layer that it belongs to, forward or backward; "" outside
 */
public record Node(
    int id,
    Operation operation,
    Detail detail,
    Shape shape,
    boolean host,
    List<Integer> operands,
    String path) {

  /** Whether kernels read it from a buffer that is filled before they run. */
  public boolean isSource() {
    return host
        || switch (operation) {
          case INPUT, PARAMETER, STATE, UNIFORM, COLUMN_INDEX -> true;
          default -> false;
        };
  }

  /** What two trials must agree in to share a plan: everything but the value of a constant. */
  Object structure() {
    Object kept = operation == Operation.CONSTANT ? Detail.NONE : detail;
    return List.of(operation, kept, shape, operands);
  }
}
