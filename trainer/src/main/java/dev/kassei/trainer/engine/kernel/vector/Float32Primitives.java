// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.trainer.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import dev.kassei.trainer.engine.kernel.Float32Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise primitives in float32 over whole vectors, each named after its operation and a loop
 * of its own: {@code y} is overwritten from {@code yi} on, operands start at {@code xi} or {@code
 * ai}, {@code bi}, {@code ci}, and n is a multiple of {@link #LENGTH}.
 */
final class Float32Primitives {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** The number of values in a vector. */
  static final int LENGTH = SPECIES.length();

  private Float32Primitives() {}

  static void negate(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.neg().intoArray(y, yi + i);
    }
  }

  static void exp(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.exp(v).intoArray(y, yi + i);
    }
  }

  static void expm1(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.expm1(v).intoArray(y, yi + i);
    }
  }

  static void log(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.log(v).intoArray(y, yi + i);
    }
  }

  static void log1p(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.log1p(v).intoArray(y, yi + i);
    }
  }

  static void tanh(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.tanh(v).intoArray(y, yi + i);
    }
  }

  static void sigmoid(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.sigmoid(v).intoArray(y, yi + i);
    }
  }

  static void sigmoidDerivative(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.sigmoidDerivative(v).intoArray(y, yi + i);
    }
  }

  static void softplus(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.softplus(v).intoArray(y, yi + i);
    }
  }

  static void erfFirstPass(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.erfFactor(v).intoArray(y, yi + i);
    }
  }

  static void erf(float[] y, int yi, float[] x, int xi, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector half = FloatVector.fromArray(SPECIES, b, bi + i);
      Float32VectorFunctions.erf(v, half).intoArray(y, yi + i);
    }
  }

  static void erfcFirstPass(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.erfcFactor(v).intoArray(y, yi + i);
    }
  }

  static void erfc(float[] y, int yi, float[] x, int xi, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector half = FloatVector.fromArray(SPECIES, b, bi + i);
      Float32VectorFunctions.erfc(v, half).intoArray(y, yi + i);
    }
  }

  static void sin(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      if (Float32VectorFunctions.isReducible(v)) {
        Float32VectorFunctions.sin(v).intoArray(y, yi + i);
      } else {
        sinOneByOne(y, yi + i, x, xi + i);
      }
    }
  }

  private static void sinOneByOne(float[] y, int yi, float[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float32Functions.sin(x[xi + i]);
    }
  }

  static void cos(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      if (Float32VectorFunctions.isReducible(v)) {
        Float32VectorFunctions.cos(v).intoArray(y, yi + i);
      } else {
        cosOneByOne(y, yi + i, x, xi + i);
      }
    }
  }

  private static void cosOneByOne(float[] y, int yi, float[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float32Functions.cos(x[xi + i]);
    }
  }

  static void atan(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.atan(v).intoArray(y, yi + i);
    }
  }

  static void sqrt(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.sqrt().intoArray(y, yi + i);
    }
  }

  static void abs(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      v.abs().intoArray(y, yi + i);
    }
  }

  /** x itself for ±0 and NaN. */
  static void sign(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector limited = v.blend(1.0f, v.compare(GT, 0.0f));
      limited.blend(-1.0f, v.lt(0.0f)).intoArray(y, yi + i);
    }
  }

  static void broadcast(float[] y, int yi, float[] x, int xi, int n) {
    System.arraycopy(x, xi, y, yi, n);
  }

  static void add(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.add(w).intoArray(y, yi + i);
    }
  }

  static void subtract(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.sub(w).intoArray(y, yi + i);
    }
  }

  static void multiply(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.mul(w).intoArray(y, yi + i);
    }
  }

  static void divide(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.div(w).intoArray(y, yi + i);
    }
  }

  static void max(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.max(w).intoArray(y, yi + i);
    }
  }

  static void min(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      v.min(w).intoArray(y, yi + i);
    }
  }

  static void greater(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.compare(GT, w)).intoArray(y, yi + i);
    }
  }

  static void greaterOrEqual(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.compare(GE, w)).intoArray(y, yi + i);
    }
  }

  static void equal(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
      oneWhere(v.eq(w)).intoArray(y, yi + i);
    }
  }

  static void where(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector condition = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector v = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector other = FloatVector.fromArray(SPECIES, c, ci + i);
      other.blend(v, condition.compare(NE, 0.0f)).intoArray(y, yi + i);
    }
  }

  static void clip(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector low = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector high = FloatVector.fromArray(SPECIES, c, ci + i);
      v.max(low).min(high).intoArray(y, yi + i);
    }
  }

  private static FloatVector oneWhere(VectorMask<Float> mask) {
    return FloatVector.zero(SPECIES).blend(1.0f, mask);
  }
}
