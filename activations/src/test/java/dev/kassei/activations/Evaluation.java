package dev.kassei.activations;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.FormulaFunction;
import java.util.Arrays;

/** Values and derivatives of pointwise activations. */
final class Evaluation {
  private Evaluation() {}

  static double[] value(Activation activation, Precision precision, double... x) {
    return function(activation, precision).value(x);
  }

  static double[] derivative(Activation activation, double... x) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return function(activation, Precision.FLOAT64).gradient(x, ones);
  }

  private static FormulaFunction function(Activation activation, Precision precision) {
    return FormulaFunction.of(activation, 1, precision, Mode.INFERENCE);
  }
}
