// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.trainer.engine.kernel.vector;

import dev.kassei.api.expr.Operation;
import dev.kassei.trainer.engine.kernel.Float32Functions;
import dev.kassei.trainer.engine.kernel.Float32Pointwise;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise loops in float32 by vectors, with the bits of the scalar ones. Each primitive is one
 * small method, so that each is compiled apart. Not for several threads at a time.
 */
public final class Float32VectorLoops implements Float32Pointwise {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** A part of an array in two passes; a multiple of every length. */
  private static final int CHUNK = 256;

  /** What the first pass leaves to the second. */
  private final float[] factors = new float[CHUNK];

  /** The last values of a loop, on their way to an array that must not be written beyond them. */
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

  private void negate(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i).neg();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void exp(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.exp(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void expm1(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.expm1(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void log(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.log(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void log1p(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.log1p(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void tanh(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.tanh(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sigmoid(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.sigmoid(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sigmoidDerivative(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.sigmoidDerivative(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void softplus(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.softplus(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void erf(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfFactor(x, xi + i, m);
      erfOfFactor(y, yi + i, x, xi + i, m);
    }
  }

  private void erfFactor(float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.erfFactor(v).intoArray(factors, i);
    }
  }

  private void erfOfFactor(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector factor = FloatVector.fromArray(SPECIES, factors, i);
      FloatVector v =
          Float32VectorFunctions.erf(FloatVector.fromArray(SPECIES, x, xi + i), factor);
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void erfc(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfcFactor(x, xi + i, m);
      erfcOfFactor(y, yi + i, x, xi + i, m);
    }
  }

  private void erfcFactor(float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      Float32VectorFunctions.erfcFactor(v).intoArray(factors, i);
    }
  }

  private void erfcOfFactor(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector factor = FloatVector.fromArray(SPECIES, factors, i);
      FloatVector v =
          Float32VectorFunctions.erfc(FloatVector.fromArray(SPECIES, x, xi + i), factor);
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sin(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector angle = FloatVector.fromArray(SPECIES, x, xi + i);
      if (Float32VectorFunctions.isReducible(angle)) {
        FloatVector v = Float32VectorFunctions.sin(angle);
        if (i <= n - LENGTH) {
          v.intoArray(y, yi + i);
        } else {
          v.intoArray(tail, 0);
          System.arraycopy(tail, 0, y, yi + i, n - i);
        }
      } else {
        sinOneByOne(y, yi + i, x, xi + i, Math.min(n - i, LENGTH));
      }
    }
  }

  private static void sinOneByOne(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.sin(x[xi + i]);
    }
  }

  private void cos(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector angle = FloatVector.fromArray(SPECIES, x, xi + i);
      if (Float32VectorFunctions.isReducible(angle)) {
        FloatVector v = Float32VectorFunctions.cos(angle);
        if (i <= n - LENGTH) {
          v.intoArray(y, yi + i);
        } else {
          v.intoArray(tail, 0);
          System.arraycopy(tail, 0, y, yi + i, n - i);
        }
      } else {
        cosOneByOne(y, yi + i, x, xi + i, Math.min(n - i, LENGTH));
      }
    }
  }

  private static void cosOneByOne(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float32Functions.cos(x[xi + i]);
    }
  }

  private void atan(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = Float32VectorFunctions.atan(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sqrt(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i).sqrt();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void abs(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i).abs();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sign(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = sign(FloatVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private static void copy(float[] y, int yi, float[] x, int xi, int n) {
    System.arraycopy(x, xi, y, yi, n);
  }

  private void add(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).add(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void subtract(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).sub(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void multiply(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).mul(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void divide(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).div(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void max(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).max(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void min(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).min(FloatVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void greater(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = oneWhere(FloatVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void greaterOrEqual(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = oneWhere(FloatVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.GE, FloatVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void equal(float[] y, int yi, float[] a, int ai, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = oneWhere(FloatVector.fromArray(SPECIES, a, ai + i).eq(FloatVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void where(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, c, ci + i).blend(FloatVector.fromArray(SPECIES, b, bi + i), FloatVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.NE, 0.0f));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void clip(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i).max(FloatVector.fromArray(SPECIES, b, bi + i)).min(FloatVector.fromArray(SPECIES, c, ci + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  /** x itself for ±0 and NaN. */
  private static FloatVector sign(FloatVector x) {
    FloatVector limited = x.blend(1.0f, x.compare(VectorOperators.GT, 0.0f));
    return limited.blend(-1.0f, x.lt(0.0f));
  }

  private static FloatVector oneWhere(VectorMask<Float> mask) {
    return FloatVector.zero(SPECIES).blend(1.0f, mask);
  }
}
