package dev.kassei.trainer.engine.kernel.vector;

import dev.kassei.api.expr.Operation;
import dev.kassei.trainer.engine.kernel.Float64Functions;
import dev.kassei.trainer.engine.kernel.Float64Pointwise;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pointwise loops in float64 by vectors, with the bits of the scalar ones. Each primitive is one
 * small method, so that each is compiled apart. Not for several threads at a time.
 */
public final class Float64VectorLoops implements Float64Pointwise {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** A part of an array in two passes; a multiple of every length. */
  private static final int CHUNK = 256;

  /** What the first pass leaves to the second. */
  private final double[] factors = new double[CHUNK];

  /** The last values of a loop, on their way to an array that must not be written beyond them. */
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

  private void negate(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i).neg();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void exp(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.exp(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void expm1(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.expm1(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void log(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.log(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void log1p(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.log1p(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void tanh(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.tanh(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sigmoid(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.sigmoid(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sigmoidDerivative(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.sigmoidDerivative(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void softplus(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.softplus(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void erf(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfFactor(x, xi + i, m);
      erfOfFactor(y, yi + i, x, xi + i, m);
    }
  }

  private void erfFactor(double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.erfFactor(v).intoArray(factors, i);
    }
  }

  private void erfOfFactor(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector factor = DoubleVector.fromArray(SPECIES, factors, i);
      DoubleVector v =
          Float64VectorFunctions.erf(DoubleVector.fromArray(SPECIES, x, xi + i), factor);
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void erfc(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfcFactor(x, xi + i, m);
      erfcOfFactor(y, yi + i, x, xi + i, m);
    }
  }

  private void erfcFactor(double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      Float64VectorFunctions.erfcFactor(v).intoArray(factors, i);
    }
  }

  private void erfcOfFactor(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector factor = DoubleVector.fromArray(SPECIES, factors, i);
      DoubleVector v =
          Float64VectorFunctions.erfc(DoubleVector.fromArray(SPECIES, x, xi + i), factor);
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sin(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector angle = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (Float64VectorFunctions.isReducible(angle)) {
        DoubleVector v = Float64VectorFunctions.sin(angle);
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

  private static void sinOneByOne(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.sin(x[xi + i]);
    }
  }

  private void cos(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector angle = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (Float64VectorFunctions.isReducible(angle)) {
        DoubleVector v = Float64VectorFunctions.cos(angle);
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

  private static void cosOneByOne(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Float64Functions.cos(x[xi + i]);
    }
  }

  private void atan(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = Float64VectorFunctions.atan(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sqrt(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i).sqrt();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void abs(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i).abs();
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void sign(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = sign(DoubleVector.fromArray(SPECIES, x, xi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private static void copy(double[] y, int yi, double[] x, int xi, int n) {
    System.arraycopy(x, xi, y, yi, n);
  }

  private void add(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).add(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void subtract(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).sub(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void multiply(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).mul(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void divide(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).div(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void max(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).max(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void min(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).min(DoubleVector.fromArray(SPECIES, b, bi + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void greater(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = oneWhere(DoubleVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.GT, DoubleVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void greaterOrEqual(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = oneWhere(DoubleVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.GE, DoubleVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void equal(double[] y, int yi, double[] a, int ai, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = oneWhere(DoubleVector.fromArray(SPECIES, a, ai + i).eq(DoubleVector.fromArray(SPECIES, b, bi + i)));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void where(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, c, ci + i).blend(DoubleVector.fromArray(SPECIES, b, bi + i), DoubleVector.fromArray(SPECIES, a, ai + i).compare(VectorOperators.NE, 0.0));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  private void clip(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, a, ai + i).max(DoubleVector.fromArray(SPECIES, b, bi + i)).min(DoubleVector.fromArray(SPECIES, c, ci + i));
      if (i <= n - LENGTH) {
        v.intoArray(y, yi + i);
      } else {
        v.intoArray(tail, 0);
        System.arraycopy(tail, 0, y, yi + i, n - i);
      }
    }
  }

  /** x itself for ±0 and NaN. */
  private static DoubleVector sign(DoubleVector x) {
    DoubleVector limited = x.blend(1.0, x.compare(VectorOperators.GT, 0.0));
    return limited.blend(-1.0, x.lt(0.0));
  }

  private static DoubleVector oneWhere(VectorMask<Double> mask) {
    return DoubleVector.zero(SPECIES).blend(1.0, mask);
  }
}
