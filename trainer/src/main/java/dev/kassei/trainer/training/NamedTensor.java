package dev.kassei.trainer.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;

/**
 * A parameter or state with its values.
 *
 * @param declaration how the formula declares it
 * @param values row by row; must not be modified
 */
public record NamedTensor(Detail declaration, Shape shape, double[] values) {}
