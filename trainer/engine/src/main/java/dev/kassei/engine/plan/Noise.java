package dev.kassei.engine.plan;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;

/**
 * Fills a matrix with counted uniform noise: draw row · columns + column of a step's stream, where
 * rows are counted over all batches of the step.
 */
final class Noise {
  /** So many numbers are made at a time. */
  private static final int BLOCK = 1024;

  private final Detail.Noise declaration;
  private final Matrix matrix;
  private final long[] bits = new long[BLOCK];
  private final double[] numbers = new double[BLOCK];

  Noise(Detail.Noise declaration, Matrix matrix) {
    this.declaration = declaration;
    this.matrix = matrix;
  }

  void fill(int lane, long seed, long step, int before, int batch) {
    long key = CountedDraws.key(seed, Purpose.NOISE, declaration.name(), step);
    int columns = matrix.columns();
    long first = matrix.shape().rows().batched() ? (long) matrix.rows(before) * columns : 0;
    int size = matrix.rows(batch) * columns;
    int lanes = matrix.lanes();
    for (int from = 0; from < size; from += BLOCK) {
      int count = Math.min(BLOCK, size - from);
      CountedDraws.uniforms(key, first + from, bits, numbers, count);
      scale(numbers, count, declaration.high() - declaration.low(), declaration.low());
      matrix.buffer().spread(from * lanes + lane, lanes, numbers, 0, count);
    }
  }

  private static void scale(double[] x, int count, double width, double low) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.fma(x[i], width, low);
    }
  }
}
