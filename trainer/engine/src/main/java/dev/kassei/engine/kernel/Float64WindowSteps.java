package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import java.util.List;

/** Steps over windows in float64, item by item. */
final class Float64WindowSteps {
  private Float64WindowSteps() {}

  /** y = what windows see of x. */
  static Step windows(Window window, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int[] seen = SeenPositions.of(window, x.shape().rows().sizes());
    int columns = x.rowSize();
    int xSize = x.shape().rows().count() * columns;
    int ySize = seen.length * columns;
    double fill = window.fill();
    return batch -> {
      for (int item = 0; item < items(y, batch); item++) {
        Float64Windows.windows(from, item * xSize, to, item * ySize, seen, columns, fill);
      }
    };
  }

  /** y = what windows saw, x, added where they saw it. */
  static Step fold(Window window, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int[] seen = SeenPositions.of(window, y.shape().rows().sizes());
    int columns = y.rowSize();
    int positions = y.shape().rows().count();
    int xSize = seen.length * columns;
    int ySize = positions * columns;
    return batch -> {
      for (int item = 0; item < items(y, batch); item++) {
        Float64Windows.fold(from, item * xSize, to, item * ySize, seen, positions, columns);
      }
    };
  }

  /** An operation of what windows see of its first operand; without lanes. */
  static Step windowed(Operation operation, Window window, List<Matrix> operands, Matrix y) {
    Matrix x = operands.get(0);
    double[] from = values(x);
    int[] seen = SeenPositions.of(window, x.shape().rows().sizes());
    int columns = x.columns();
    int xSize = x.shape().rows().count() * columns;
    double[] scratch = new double[seen.length * columns];
    double fill = window.fill();
    OfItem consumer = consumer(operation, window.taps(), columns, scratch, operands, y);
    return batch -> {
      for (int item = 0; item < items(x, batch); item++) {
        Float64Windows.windows(from, item * xSize, scratch, 0, seen, columns, fill);
        consumer.run(item);
      }
    };
  }

  /** What is done with the windows of one item. */
  private static OfItem consumer(
      Operation operation, int taps, int columns, double[] seen, List<Matrix> operands, Matrix y) {
    double[] to = values(y);
    int places = seen.length / taps / columns;
    int size = places * columns;
    return switch (operation) {
      case INNER_SUM -> item -> Float64Inner.sum(seen, to, item * size, places, taps, columns);
      case INNER_MAX -> item -> Float64Inner.max(seen, to, item * size, places, taps, columns);
      case INNER_FIRST_MAX ->
          item -> Float64Inner.firstMax(seen, to, item * size * taps, places, taps, columns);
      default -> product(operation, places, taps * columns, seen, operands.get(1), y);
    };
  }

  private static OfItem product(
      Operation operation, int places, int terms, double[] seen, Matrix b, Matrix y) {
    double[] right = values(b);
    double[] to = values(y);
    int n = y.columns();
    int size = places * n;
    if (operation == Operation.MATMUL) {
      return item -> Float64Matmul.nn(seen, 0, right, 0, to, item * size, places, n, terms, 1);
    }
    return item -> {
      if (item == 0) {
        Float64Matmul.tn(seen, 0, right, 0, to, 0, terms, n, places, 1);
      } else {
        Float64Matmul.addTn(seen, 0, right, item * size, to, 0, terms, n, places, 1);
      }
    };
  }

  /** y = the rows of a·bᵀ added where windows saw them; without lanes. */
  static Step folded(Window window, Matrix a, Matrix b, Matrix y) {
    double[] left = values(a);
    double[] right = values(b);
    double[] to = values(y);
    int[] seen = SeenPositions.of(window, y.shape().rows().sizes());
    int columns = y.columns();
    int positions = y.shape().rows().count();
    int places = seen.length / window.taps();
    int n = window.taps() * columns;
    int k = a.columns();
    double[] scratch = new double[places * n];
    return batch -> {
      for (int item = 0; item < items(y, batch); item++) {
        Float64Matmul.nt(left, item * places * k, right, 0, scratch, 0, places, n, k, 1);
        Float64Windows.fold(scratch, 0, to, item * positions * columns, seen, positions, columns);
      }
    };
  }

  private static double[] values(Matrix matrix) {
    return ((Float64Buffer) matrix.buffer()).values;
  }

  private static int items(Matrix matrix, int batch) {
    return matrix.rows(batch) / matrix.shape().rows().count();
  }

  @FunctionalInterface
  private interface OfItem {
    void run(int item);
  }
}
