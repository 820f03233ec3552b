package dev.kassei.trainer.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import dev.kassei.trainer.engine.kernel.Float64Functions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise primitives in float64 over whole vectors, each named after its operation and a loop
 * of its own: {@code y} is overwritten from {@code yi} on, operands start at {@code xi} or {@code
 * ai}, {@code bi}, {@code ci}, and n is a multiple of {@link #LENGTH}.
 */
final class Float64Primitives {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** The number of values in a vector. */
  static final int LENGTH = SPECIES.length();

  private Float64Primitives() {}

  static void negate(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.neg().intoArray(y, yi + i);
    }
  }

  static void exp(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.exp(v).intoArray(y, yi + i);
    }
  }

  static void expm1(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.expm1(v).intoArray(y, yi + i);
    }
  }

  static void log(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.log(v).intoArray(y, yi + i);
    }
  }

  static void log1p(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.log1p(v).intoArray(y, yi + i);
    }
  }

  static void tanh(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.tanh(v).intoArray(y, yi + i);
    }
  }

  static void sigmoid(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.sigmoid(v).intoArray(y, yi + i);
    }
  }

  static void sigmoidDerivative(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.sigmoidDerivative(v).intoArray(y, yi + i);
    }
  }

  static void softplus(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.softplus(v).intoArray(y, yi + i);
    }
  }

  static void erfFirstPass(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.erfFactor(v).intoArray(y, yi + i);
    }
  }

  static void erf(double[] y, int yi, double[] x, int xi, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector half = DoubleVector.fromArray(SPECIES, b, bi + i);
      Float64VectorFunctions.erf(v, half).intoArray(y, yi + i);
    }
  }

  static void erfcFirstPass(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.erfcFactor(v).intoArray(y, yi + i);
    }
  }

  static void erfc(double[] y, int yi, double[] x, int xi, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector half = DoubleVector.fromArray(SPECIES, b, bi + i);
      Float64VectorFunctions.erfc(v, half).intoArray(y, yi + i);
    }
  }

  static void sin(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (Float64VectorFunctions.isReducible(v)) {
        Float64VectorFunctions.sin(v).intoArray(y, yi + i);
      } else {
        sinOneByOne(y, yi + i, x, xi + i);
      }
    }
  }

  private static void sinOneByOne(double[] y, int yi, double[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float64Functions.sin(x[xi + i]);
    }
  }

  static void cos(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (Float64VectorFunctions.isReducible(v)) {
        Float64VectorFunctions.cos(v).intoArray(y, yi + i);
      } else {
        cosOneByOne(y, yi + i, x, xi + i);
      }
    }
  }

  private static void cosOneByOne(double[] y, int yi, double[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float64Functions.cos(x[xi + i]);
    }
  }

  static void atan(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.atan(v).intoArray(y, yi + i);
    }
  }

  static void sqrt(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.sqrt().intoArray(y, yi + i);
    }
  }

  static void abs(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      v.abs().intoArray(y, yi + i);
    }
  }

  /** x itself for ±0 and NaN. */
  static void sign(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector limited = v.blend(1.0, v.compare(GT, 0.0));
      limited.blend(-1.0, v.lt(0.0)).intoArray(y, yi + i);
    }
  }

  static void broadcast(double[] y, int yi, double[] x, int xi, int n) {
    System.arraycopy(x, xi, y, yi, n);
  }

  static void add(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.add(w).intoArray(y, yi + i);
    }
  }

  static void subtract(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.sub(w).intoArray(y, yi + i);
    }
  }

  static void multiply(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.mul(w).intoArray(y, yi + i);
    }
  }

  static void divide(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.div(w).intoArray(y, yi + i);
    }
  }

  static void max(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.max(w).intoArray(y, yi + i);
    }
  }

  static void min(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      v.min(w).intoArray(y, yi + i);
    }
  }

  static void greater(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.compare(GT, w)).intoArray(y, yi + i);
    }
  }

  static void greaterOrEqual(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.compare(GE, w)).intoArray(y, yi + i);
    }
  }

  static void equal(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.eq(w)).intoArray(y, yi + i);
    }
  }

  static void where(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector condition = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector v = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector other = DoubleVector.fromArray(SPECIES, c, ci + i);
      other.blend(v, condition.compare(NE, 0.0)).intoArray(y, yi + i);
    }
  }

  static void clip(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector low = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector high = DoubleVector.fromArray(SPECIES, c, ci + i);
      v.max(low).min(high).intoArray(y, yi + i);
    }
  }

  private static DoubleVector oneWhere(VectorMask<Double> mask) {
    return DoubleVector.zero(SPECIES).blend(1.0, mask);
  }
}
