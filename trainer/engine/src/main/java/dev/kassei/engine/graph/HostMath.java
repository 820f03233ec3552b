package dev.kassei.engine.graph;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Float64Functions;

/** Scalars computed on the host, in float64 whatever the precision of the plan. */
public final class HostMath {
  private HostMath() {}

  /** One pointwise operation, or a power. */
  public static double evaluate(Operation operation, double[] x) {
    return switch (operation) {
      case POWER -> StrictMath.pow(x[0], x[1]);
      case NEGATE -> -x[0];
      case EXP -> Float64Functions.exp(x[0]);
      case EXPM1 -> Float64Functions.expm1(x[0]);
      case LOG -> Float64Functions.log(x[0]);
      case LOG1P -> Float64Functions.log1p(x[0]);
      case TANH -> Float64Functions.tanh(x[0]);
      case SIGMOID -> Float64Functions.sigmoid(x[0]);
      case SIGMOID_DERIVATIVE -> Float64Functions.sigmoidDerivative(x[0]);
      case SOFTPLUS -> Float64Functions.softplus(x[0]);
      case ERF -> Float64Functions.erf(x[0]);
      case ERFC -> Float64Functions.erfc(x[0]);
      case SIN -> Float64Functions.sin(x[0]);
      case COS -> Float64Functions.cos(x[0]);
      case ATAN -> Float64Functions.atan(x[0]);
      case SQRT -> Math.sqrt(x[0]);
      case ABS -> Math.abs(x[0]);
      case SIGN -> Math.signum(x[0]);
      case BROADCAST -> x[0];
      case ADD -> x[0] + x[1];
      case SUBTRACT -> x[0] - x[1];
      case MULTIPLY -> x[0] * x[1];
      case DIVIDE -> x[0] / x[1];
      case MAX -> Math.max(x[0], x[1]);
      case MIN -> Math.min(x[0], x[1]);
      case GREATER -> x[0] > x[1] ? 1 : 0;
      case GREATER_OR_EQUAL -> x[0] >= x[1] ? 1 : 0;
      case EQUAL -> x[0] == x[1] ? 1 : 0;
      case WHERE -> x[0] != 0 ? x[1] : x[2];
      case CLIP -> Math.min(Math.max(x[0], x[1]), x[2]);
      default -> throw new IllegalArgumentException(operation + " is not computed on the host");
    };
  }
}
