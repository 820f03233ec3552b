// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;

/** The scalar pointwise loops in float32: each primitive one small method, compiled apart. */
public final class Float32Loops implements Float32Pointwise {
  @Override
  public void run(
      Operation operation,
      float[] y,
      int yi,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] c,
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
  public void run(Fused fused, float[] y, int yi, float[][] x, int[] xi, int n) {
    Float32Fused.run(fused, y, yi, x, xi, n);
  }

  private static void negate(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = -x[xi + i];
    }
  }

  private static void exp(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.exp(x[xi + i]);
    }
  }

  private static void expm1(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.expm1(x[xi + i]);
    }
  }

  private static void log(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.log(x[xi + i]);
    }
  }

  private static void log1p(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.log1p(x[xi + i]);
    }
  }

  private static void tanh(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.tanh(x[xi + i]);
    }
  }

  private static void sigmoid(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.sigmoid(x[xi + i]);
    }
  }

  private static void sigmoidDerivative(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.sigmoidDerivative(x[xi + i]);
    }
  }

  private static void softplus(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.softplus(x[xi + i]);
    }
  }

  private static void erf(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.erf(x[xi + i]);
    }
  }

  private static void erfc(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.erfc(x[xi + i]);
    }
  }

  private static void sin(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.sin(x[xi + i]);
    }
  }

  private static void cos(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.cos(x[xi + i]);
    }
  }

  private static void atan(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.atan(x[xi + i]);
    }
  }

  private static void sqrt(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = (float) Math.sqrt(x[xi + i]);
    }
  }

  private static void abs(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.abs(x[xi + i]);
    }
  }

  private static void sign(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.signum(x[xi + i]);
    }
  }

  private static void copy(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = x[xi + i];
    }
  }

  private static void add(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] + b[bi + i];
    }
  }

  private static void subtract(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] - b[bi + i];
    }
  }

  private static void multiply(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i];
    }
  }

  private static void divide(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] / b[bi + i];
    }
  }

  private static void max(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.max(a[ai + i], b[bi + i]);
    }
  }

  private static void min(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.min(a[ai + i], b[bi + i]);
    }
  }

  private static void greater(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] > b[bi + i] ? 1.0f : 0.0f;
    }
  }

  private static void greaterOrEqual(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] >= b[bi + i] ? 1.0f : 0.0f;
    }
  }

  private static void equal(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] == b[bi + i] ? 1.0f : 0.0f;
    }
  }

  private static void where(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] != 0.0f ? b[bi + i] : c[ci + i];
    }
  }

  private static void clip(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.min(Math.max(a[ai + i], b[bi + i]), c[ci + i]);
    }
  }
}
