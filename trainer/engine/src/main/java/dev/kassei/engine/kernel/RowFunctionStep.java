package dev.kassei.engine.kernel;

import dev.kassei.api.expr.RowFunction;
import java.util.List;

/** Runs a row function in plain Java, row by row and lane by lane. */
final class RowFunctionStep {
  private RowFunctionStep() {}

  static Step of(RowFunction function, List<Matrix> operands, Matrix result) {
    Matrix x = operands.get(0);
    double[] in = new double[x.columns()];
    double[] out = new double[result.columns()];
    if (operands.size() == 1) {
      return batch ->
          forEach(
              x,
              batch,
              (row, lane) -> {
                read(x, row, lane, in);
                computed(function, () -> function.value(in, out));
                write(result, row, lane, out);
              });
    }
    Matrix y = operands.get(1);
    Matrix dy = operands.get(2);
    double[] value = new double[y.columns()];
    double[] cotangent = new double[dy.columns()];
    return batch ->
        forEach(
            x,
            batch,
            (row, lane) -> {
              read(x, row, lane, in);
              read(y, row, lane, value);
              read(dy, row, lane, cotangent);
              computed(function, () -> function.gradient(in, value, cotangent, out));
              write(result, row, lane, out);
            });
  }

  private static void computed(RowFunction function, Runnable row) {
    try {
      row.run();
    } catch (RuntimeException | LinkageError e) {
      throw new RowFunctionException(function, e);
    }
  }

  private interface Place {
    void run(int row, int lane);
  }

  private static void forEach(Matrix x, int batch, Place place) {
    for (int row = 0; row < x.rows(batch); row++) {
      for (int lane = 0; lane < x.lanes(); lane++) {
        place.run(row, lane);
      }
    }
  }

  private static void read(Matrix x, int row, int lane, double[] values) {
    for (int j = 0; j < values.length; j++) {
      values[j] = x.buffer().get(x.index(row, j, lane));
    }
  }

  private static void write(Matrix y, int row, int lane, double[] values) {
    for (int j = 0; j < values.length; j++) {
      y.buffer().set(y.index(row, j, lane), values[j]);
    }
  }
}
