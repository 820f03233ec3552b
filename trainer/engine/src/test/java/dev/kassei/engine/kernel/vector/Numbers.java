package dev.kassei.engine.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import java.util.Random;

/** Matrices for tests: padded with NaN, so that reading the padding shows. */
final class Numbers {
  private static final double[] SPECIAL = {
    Double.NaN,
    0.0,
    -0.0,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Double.MIN_VALUE,
    Float.MAX_VALUE,
    1e-42,
    1.0
  };

  private final Random random = new Random(7);
  private final Kernels kernels;

  Numbers(Precision precision) {
    kernels = Kernels.scalar(precision);
  }

  /** Normally distributed numbers. */
  Matrix matrix(int rows, int columns, int lanes) {
    Matrix matrix = empty(rows, columns, lanes);
    for (int i = 0; i < matrix.size(1); i++) {
      matrix.buffer().set(i, random.nextGaussian());
    }
    return matrix;
  }

  /** Numbers of which one in eight is special. */
  Matrix special(int rows, int columns, int lanes) {
    Matrix matrix = matrix(rows, columns, lanes);
    for (int i = 0; i < matrix.size(1); i++) {
      if (random.nextInt(8) == 0) {
        matrix.buffer().set(i, SPECIAL[random.nextInt(SPECIAL.length)]);
      }
    }
    return matrix;
  }

  /** NaN everywhere. */
  Matrix empty(int rows, int columns, int lanes) {
    int size = rows * columns * lanes;
    Buffer buffer = kernels.allocate(size);
    for (int i = 0; i < size + Buffer.PADDING; i++) {
      buffer.set(i, Double.NaN);
    }
    return new Matrix(buffer, Shape.fixed(rows, columns), lanes);
  }

  static void assertSameBits(Matrix actual, Matrix expected, String what) {
    int size = expected.size(1);
    for (int i = 0; i < size; i++) {
      if (!same(actual.buffer().get(i), expected.buffer().get(i))) {
        assertThat(actual.buffer().get(i))
            .as("%s, number %s of %s", what, i, size)
            .isEqualTo(expected.buffer().get(i));
      }
    }
    for (int i = size; i < size + Buffer.PADDING; i++) {
      assertThat(actual.buffer().get(i)).as("%s, padding", what).isNaN();
    }
  }

  static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }
}
