package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;

/** The scalar pointwise loops in float64: each primitive one small method, compiled apart. */
public final class Float64Loops implements Float64Pointwise {
  @Override
  public void run(
      Operation operation,
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      int n) {
    switch (operation) {
      case NEGATE -> negate(y, yi, a, ai, n);
      case EXP -> exp(y, yi, a, ai, n);
      case EXPM1 -> expm1(y, yi, a, ai, n);
      case LOG -> log(y, yi, a, ai, n);
      case LOG1P -> log1p(y, yi, a, ai, n);
      case TANH -> tanh(y, yi, a, ai, n);
      case SIGMOID -> sigmoid(y, yi, a, ai, n);
      case SIGMOID_DERIVATIVE -> sigmoidDerivative(y, yi, a, ai, n);
      case SOFTPLUS -> softplus(y, yi, a, ai, n);
      case ERF -> erf(y, yi, a, ai, n);
      case ERFC -> erfc(y, yi, a, ai, n);
      case SIN -> sin(y, yi, a, ai, n);
      case COS -> cos(y, yi, a, ai, n);
      case ATAN -> atan(y, yi, a, ai, n);
      case SQRT -> sqrt(y, yi, a, ai, n);
      case ABS -> abs(y, yi, a, ai, n);
      case SIGN -> sign(y, yi, a, ai, n);
      case BROADCAST -> copy(y, yi, a, ai, n);
      case ADD -> add(y, yi, a, ai, b, bi, n);
      case SUBTRACT -> subtract(y, yi, a, ai, b, bi, n);
      case MULTIPLY -> multiply(y, yi, a, ai, b, bi, n);
      case DIVIDE -> divide(y, yi, a, ai, b, bi, n);
      case MAX -> max(y, yi, a, ai, b, bi, n);
      case MIN -> min(y, yi, a, ai, b, bi, n);
      case GREATER -> greater(y, yi, a, ai, b, bi, n);
      case GREATER_OR_EQUAL -> greaterOrEqual(y, yi, a, ai, b, bi, n);
      case EQUAL -> equal(y, yi, a, ai, b, bi, n);
      case WHERE -> where(y, yi, a, ai, b, bi, c, ci, n);
      case CLIP -> clip(y, yi, a, ai, b, bi, c, ci, n);
      default -> throw new IllegalArgumentException(operation + " is not pointwise");
    }
  }

  @Override
  public void run(Fused fused, double[] y, int yi, double[][] x, int[] xi, int n) {
    Float64Fused.run(fused, y, yi, x, xi, n);
  }

  private static void negate(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = -x[xi + i];
    }
  }

  private static void exp(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.exp(x[xi + i]);
    }
  }

  private static void expm1(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.expm1(x[xi + i]);
    }
  }

  private static void log(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.log(x[xi + i]);
    }
  }

  private static void log1p(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.log1p(x[xi + i]);
    }
  }

  private static void tanh(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.tanh(x[xi + i]);
    }
  }

  private static void sigmoid(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.sigmoid(x[xi + i]);
    }
  }

  private static void sigmoidDerivative(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.sigmoidDerivative(x[xi + i]);
    }
  }

  private static void softplus(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.softplus(x[xi + i]);
    }
  }

  private static void erf(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.erf(x[xi + i]);
    }
  }

  private static void erfc(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.erfc(x[xi + i]);
    }
  }

  private static void sin(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.sin(x[xi + i]);
    }
  }

  private static void cos(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.cos(x[xi + i]);
    }
  }

  private static void atan(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.atan(x[xi + i]);
    }
  }

  private static void sqrt(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.sqrt(x[xi + i]);
    }
  }

  private static void abs(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.abs(x[xi + i]);
    }
  }

  private static void sign(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.signum(x[xi + i]);
    }
  }

  private static void copy(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = x[xi + i];
    }
  }

  private static void add(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] + b[bi + i];
    }
  }

  private static void subtract(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] - b[bi + i];
    }
  }

  private static void multiply(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i];
    }
  }

  private static void divide(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] / b[bi + i];
    }
  }

  private static void max(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.max(a[ai + i], b[bi + i]);
    }
  }

  private static void min(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.min(a[ai + i], b[bi + i]);
    }
  }

  private static void greater(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] > b[bi + i] ? 1.0 : 0.0;
    }
  }

  private static void greaterOrEqual(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] >= b[bi + i] ? 1.0 : 0.0;
    }
  }

  private static void equal(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] == b[bi + i] ? 1.0 : 0.0;
    }
  }

  private static void where(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] != 0.0 ? b[bi + i] : c[ci + i];
    }
  }

  private static void clip(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.min(Math.max(a[ai + i], b[bi + i]), c[ci + i]);
    }
  }
}
