package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.plan.Execution;
import java.util.Arrays;

/**
 * An elementwise activation as a function of one number, in float64 and in inference, with the
 * first values of its parameters. It is computed by scalar kernels, since a few thousand values do
 * not pay for warming those with vectors.
 */
final class Curve {
  private final Activation activation;
  private final FormulaFunction function;

  Curve(Activation activation) {
    this.activation = activation;
    this.function =
        FormulaFunction.of(activation, 1, Precision.FLOAT64, Mode.INFERENCE, Execution.SCALAR);
  }

  Activation activation() {
    return activation;
  }

  /** The values at points. */
  double[] values(double... x) {
    return function.value(x);
  }

  /** The derivatives at points. */
  double[] slopes(double... x) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return function.gradient(x, ones);
  }
}
