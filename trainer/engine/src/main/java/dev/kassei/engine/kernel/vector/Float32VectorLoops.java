// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Float32Pointwise;
import dev.kassei.engine.kernel.Fused;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise loops in float32 by vectors, with the bits of the scalar ones. Not for several
 * threads at a time.
 */
final class Float32VectorLoops implements Float32Pointwise {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private final Float32VectorErrorFunctions errorFunctions = new Float32VectorErrorFunctions();

  /** The last vector, on its way to an array that must not be written beyond its values. */
  private final float[] tail = new float[LENGTH];

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
    int whole = n & -LENGTH;
    if (whole > 0) {
      runWhole(operation, y, yi, a, ai, b, bi, c, ci, whole);
    }
    if (whole < n) {
      runWhole(operation, tail, 0, a, ai + whole, b, bi + whole, c, ci + whole, LENGTH);
      System.arraycopy(tail, 0, y, yi + whole, n - whole);
    }
  }

  @Override
  public void run(Fused fused, float[] y, int yi, float[][] x, int[] xi, int n) {
    int whole = n & -LENGTH;
    if (whole > 0) {
      Float32VectorFused.run(fused, y, yi, x, xi, 0, whole);
    }
    if (whole < n) {
      Float32VectorFused.run(fused, tail, 0, x, xi, whole, LENGTH);
      System.arraycopy(tail, 0, y, yi + whole, n - whole);
    }
  }

  /** Applies an operation to whole vectors: n is a multiple of their length. */
  private void runWhole(
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
      case EXP -> Float32VectorFunctions.exp(y, yi, a, ai, n);
      case EXPM1 -> Float32VectorFunctions.expm1(y, yi, a, ai, n);
      case LOG -> Float32VectorFunctions.log(y, yi, a, ai, n);
      case LOG1P -> Float32VectorFunctions.log1p(y, yi, a, ai, n);
      case TANH -> Float32VectorFunctions.tanh(y, yi, a, ai, n);
      case SIGMOID -> Float32VectorFunctions.sigmoid(y, yi, a, ai, n);
      case SIGMOID_DERIVATIVE -> Float32VectorFunctions.sigmoidDerivative(y, yi, a, ai, n);
      case SOFTPLUS -> Float32VectorFunctions.softplus(y, yi, a, ai, n);
      case ERF -> errorFunctions.erf(y, yi, a, ai, n);
      case ERFC -> errorFunctions.erfc(y, yi, a, ai, n);
      case SIN -> Float32VectorFunctions.sin(y, yi, a, ai, n);
      case COS -> Float32VectorFunctions.cos(y, yi, a, ai, n);
      case ATAN -> Float32VectorFunctions.atan(y, yi, a, ai, n);
      case SQRT -> sqrt(y, yi, a, ai, n);
      case ABS -> abs(y, yi, a, ai, n);
      case SIGN -> sign(y, yi, a, ai, n);
      case BROADCAST -> System.arraycopy(a, ai, y, yi, n);
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

  private static void negate(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.neg().intoArray(y, yi + i);
    }
  }

  private static void sqrt(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.sqrt().intoArray(y, yi + i);
    }
  }

  private static void abs(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.abs().intoArray(y, yi + i);
    }
  }

  /** x itself for ±0 and NaN. */
  private static void sign(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector limited = v.blend(1.0f, v.compare(GT, 0.0f));
      limited.blend(-1.0f, v.lt(0.0f)).intoArray(y, yi + i);
    }
  }

  private static void add(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.add(w).intoArray(y, yi + i);
    }
  }

  private static void subtract(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.sub(w).intoArray(y, yi + i);
    }
  }

  private static void multiply(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.mul(w).intoArray(y, yi + i);
    }
  }

  private static void divide(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.div(w).intoArray(y, yi + i);
    }
  }

  private static void max(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.max(w).intoArray(y, yi + i);
    }
  }

  private static void min(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.min(w).intoArray(y, yi + i);
    }
  }

  private static void greater(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector.zero(SPECIES).blend(1.0f, v.compare(GT, w)).intoArray(y, yi + i);
    }
  }

  private static void greaterOrEqual(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector.zero(SPECIES).blend(1.0f, v.compare(GE, w)).intoArray(y, yi + i);
    }
  }

  private static void equal(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector.zero(SPECIES).blend(1.0f, v.eq(w)).intoArray(y, yi + i);
    }
  }

  private static void where(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector condition = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector v = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector other = FloatVector.fromArray(SPECIES, c, ci + i);
      other.blend(v, condition.compare(NE, 0.0f)).intoArray(y, yi + i);
    }
  }

  private static void clip(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector low = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector high = FloatVector.fromArray(SPECIES, c, ci + i);
      v.max(low).min(high).intoArray(y, yi + i);
    }
  }
}
