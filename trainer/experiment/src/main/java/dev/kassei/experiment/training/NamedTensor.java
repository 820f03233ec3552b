package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;
import dev.kassei.results.Tensor;

/**
 * A parameter or state with its values.
 *
 * @param declaration how the formula declares it
 * @param values row by row; must not be modified
 */
public record NamedTensor(Detail declaration, Shape shape, double[] values) {
  /** As files hold it. */
  Tensor tensor(String name, Precision precision) {
    return Tensor.of(name, declaration, shape, precision, values);
  }
}
