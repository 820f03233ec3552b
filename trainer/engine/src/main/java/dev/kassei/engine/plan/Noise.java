package dev.kassei.engine.plan;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;

/**
 * Fills a matrix with counted uniform noise: draw row · columns + column of a step's stream, where
 * rows are counted over all batches of the step.
 */
record Noise(Detail.Noise declaration, Matrix matrix) {
  void fill(int lane, long seed, long step, int before, int batch) {
    long key = CountedDraws.key(seed, Purpose.NOISE, declaration.name(), step);
    double low = declaration.low();
    double width = declaration.high() - low;
    int columns = matrix.columns();
    long first = matrix.shape().rows().batched() ? matrix.rows(before) : 0;
    for (int row = 0; row < matrix.rows(batch); row++) {
      for (int column = 0; column < columns; column++) {
        double uniform = CountedDraws.uniform(key, (first + row) * columns + column);
        matrix.buffer().set(matrix.index(row, column, lane), Math.fma(uniform, width, low));
      }
    }
  }
}
