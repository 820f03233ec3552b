package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Float64Pointwise;
import dev.kassei.engine.kernel.Fused;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise loops in float64 by vectors, with the bits of the scalar ones. Not for several
 * threads at a time.
 */
final class Float64VectorLoops implements Float64Pointwise {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private final Float64VectorErrorFunctions errorFunctions = new Float64VectorErrorFunctions();

  /** The last vector, on its way to an array that must not be written beyond its values. */
  private final double[] tail = new double[LENGTH];

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
  public void run(Fused fused, double[] y, int yi, double[][] x, int[] xi, int n) {
    int whole = n & -LENGTH;
    if (whole > 0) {
      Float64VectorFused.run(fused, y, yi, x, xi, 0, whole);
    }
    if (whole < n) {
      Float64VectorFused.run(fused, tail, 0, x, xi, whole, LENGTH);
      System.arraycopy(tail, 0, y, yi + whole, n - whole);
    }
  }

  /** Applies an operation to whole vectors: n is a multiple of their length. */
  private void runWhole(
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
      case EXP -> Float64VectorFunctions.exp(y, yi, a, ai, n);
      case EXPM1 -> Float64VectorFunctions.expm1(y, yi, a, ai, n);
      case LOG -> Float64VectorFunctions.log(y, yi, a, ai, n);
      case LOG1P -> Float64VectorFunctions.log1p(y, yi, a, ai, n);
      case TANH -> Float64VectorFunctions.tanh(y, yi, a, ai, n);
      case SIGMOID -> Float64VectorFunctions.sigmoid(y, yi, a, ai, n);
      case SIGMOID_DERIVATIVE -> Float64VectorFunctions.sigmoidDerivative(y, yi, a, ai, n);
      case SOFTPLUS -> Float64VectorFunctions.softplus(y, yi, a, ai, n);
      case ERF -> errorFunctions.erf(y, yi, a, ai, n);
      case ERFC -> errorFunctions.erfc(y, yi, a, ai, n);
      case SIN -> Float64VectorFunctions.sin(y, yi, a, ai, n);
      case COS -> Float64VectorFunctions.cos(y, yi, a, ai, n);
      case ATAN -> Float64VectorFunctions.atan(y, yi, a, ai, n);
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

  private static void negate(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.neg().intoArray(y, yi + i);
    }
  }

  private static void sqrt(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.sqrt().intoArray(y, yi + i);
    }
  }

  private static void abs(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.abs().intoArray(y, yi + i);
    }
  }

  /** x itself for ±0 and NaN. */
  private static void sign(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector limited = v.blend(1.0, v.compare(GT, 0.0));
      limited.blend(-1.0, v.lt(0.0)).intoArray(y, yi + i);
    }
  }

  private static void add(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.add(w).intoArray(y, yi + i);
    }
  }

  private static void subtract(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.sub(w).intoArray(y, yi + i);
    }
  }

  private static void multiply(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.mul(w).intoArray(y, yi + i);
    }
  }

  private static void divide(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.div(w).intoArray(y, yi + i);
    }
  }

  private static void max(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.max(w).intoArray(y, yi + i);
    }
  }

  private static void min(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.min(w).intoArray(y, yi + i);
    }
  }

  private static void greater(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector.zero(SPECIES).blend(1.0, v.compare(GT, w)).intoArray(y, yi + i);
    }
  }

  private static void greaterOrEqual(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector.zero(SPECIES).blend(1.0, v.compare(GE, w)).intoArray(y, yi + i);
    }
  }

  private static void equal(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector.zero(SPECIES).blend(1.0, v.eq(w)).intoArray(y, yi + i);
    }
  }

  private static void where(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector condition = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector v = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector other = DoubleVector.fromArray(SPECIES, c, ci + i);
      other.blend(v, condition.compare(NE, 0.0)).intoArray(y, yi + i);
    }
  }

  private static void clip(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector low = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector high = DoubleVector.fromArray(SPECIES, c, ci + i);
      v.max(low).min(high).intoArray(y, yi + i);
    }
  }
}
