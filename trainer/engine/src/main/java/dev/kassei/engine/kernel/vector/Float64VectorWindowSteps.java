package dev.kassei.engine.kernel.vector;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.kernel.Float64Buffer;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import dev.kassei.engine.kernel.WindowGrid;
import java.util.List;

/** Steps over windows and positions in float64 by vectors. */
final class Float64VectorWindowSteps {
  private Float64VectorWindowSteps() {}

  /** Windows, their adjoint, and repetition; other operations are scalar. */
  static Step structure(
      Operation operation, Detail detail, List<Matrix> operands, Matrix y, Step scalar) {
    Matrix x = operands.get(0);
    return switch (operation) {
      case WINDOWS -> windows(((Detail.Windows) detail).window(), x, y);
      case FOLD_WINDOWS -> fold(((Detail.Windows) detail).window(), x, y);
      case REPEAT_INNER -> {
        int n = y.shape().rows().inner();
        double[] from = values(x);
        double[] to = values(y);
        yield batch -> Float64VectorInner.repeat(from, to, x.rows(batch), n, x.rowSize());
      }
      default -> scalar;
    };
  }

  private static Step windows(Window window, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    var windows =
        new Float64VectorWindows(new WindowGrid(window, x.shape(), x.lanes()), window.fill());
    int seen = windows.seen();
    return batch -> {
      for (int item = 0; item < items(x, batch); item++) {
        windows.windows(from, item, to, item * seen);
      }
    };
  }

  private static Step fold(Window window, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    var windows = new Float64VectorWindows(new WindowGrid(window, y.shape(), y.lanes()), 0.0);
    int seen = windows.seen();
    return batch -> {
      for (int item = 0; item < items(y, batch); item++) {
        windows.fold(from, item * seen, to, item);
      }
    };
  }

  /** A product of what windows see of the first operand, or its transpose, with the second. */
  static Step product(
      Operation operation, Window window, List<Matrix> operands, Matrix y, Share share) {
    Matrix x = operands.get(0);
    double[] from = values(x);
    double[] right = values(operands.get(1));
    double[] to = values(y);
    int n = y.columns();
    var product = new Float64WindowProduct(window, x.shape(), window.fill());
    if (operation == Operation.MATMUL) {
      return batch -> {
        int items = items(x, batch);
        product.nn(from, right, to, share.from(items, 1), share.to(items, 1), n);
      };
    }
    int rows = y.rows(1);
    int first = share.from(rows, Float64WindowProduct.MOST_ROWS);
    int end = share.to(rows, Float64WindowProduct.MOST_ROWS);
    return batch -> product.tn(from, right, to, items(x, batch), first, end, n);
  }

  /** The rows of a·bᵀ added where windows saw them. */
  static Step folded(Window window, Matrix a, Matrix b, Matrix y, Share share) {
    double[] left = values(a);
    double[] right = values(b);
    double[] to = values(y);
    int n = b.rows(1);
    int k = b.columns();
    var product = new Float64FoldedProduct(new WindowGrid(window, y.shape(), 1));
    return batch -> {
      int items = items(y, batch);
      product.nt(left, right, to, share.from(items, 1), share.to(items, 1), n, k);
    };
  }

  /** A reduction over the taps of windows over x. */
  static Step reduction(Operation operation, Window window, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    var grid = new WindowGrid(window, x.shape(), 1);
    int[] places = grid.places(1);
    int[] taps = grid.taps();
    int columns = grid.columns();
    int size = places.length * columns * (operation == Operation.INNER_FIRST_MAX ? taps.length : 1);
    var items = new Float64PaddedItems(grid, 1, window.fill(), Float64VectorInner.L);
    return batch -> {
      for (int item = 0; item < items(x, batch); item++) {
        items.hold(from, item, 1);
        Float64VectorInner.run(
            operation, items.values(), items.start(), places, taps, to, item * size, columns);
      }
    };
  }

  /** A reduction over the last axis of positions. */
  static Step inner(Operation operation, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int width = x.rowSize();
    int[] positions = new int[x.shape().rows().inner()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i * width;
    }
    int size = positions.length * width;
    int ySize = operation == Operation.INNER_FIRST_MAX ? size : width;
    int[] place = new int[1];
    return batch -> {
      int outer = x.rows(batch) / positions.length;
      for (int i = 0; i < outer; i++) {
        Float64VectorInner.run(operation, from, i * size, place, positions, to, i * ySize, width);
      }
    };
  }

  private static double[] values(Matrix matrix) {
    return ((Float64Buffer) matrix.buffer()).values();
  }

  private static int items(Matrix matrix, int batch) {
    return matrix.rows(batch) / matrix.shape().rows().count();
  }
}
