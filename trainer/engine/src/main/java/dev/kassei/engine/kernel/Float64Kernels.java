package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import java.util.Arrays;
import java.util.List;

/** The scalar kernels in float64. */
final class Float64Kernels implements Kernels {
  private final Float64Pointwise pointwise = new Float64Loops();

  @Override
  public Buffer allocate(int size) {
    return new Float64Buffer(size);
  }

  @Override
  public Step tiles(TileProgram program, Share share) {
    return new Float64Tiles(program, pointwise, share);
  }

  @Override
  public Step copy(Matrix x, Matrix y, boolean[] active) {
    double[] from = values(x);
    double[] to = values(y);
    return batch -> Float64Copies.active(from, to, y.size(batch), active);
  }

  @Override
  public Step step(Operation operation, Detail detail, List<Matrix> operands, Matrix y) {
    Matrix x = operands.get(0);
    return switch (operation.kind()) {
      case REDUCTION -> reduction(operation, x, y);
      case MATRIX -> product(operation, x, operands.get(1), y);
      case STRUCTURE -> structure(operation, detail, operands, y);
      case ROW_FUNCTION -> RowFunctionStep.of(((Detail.Function) detail).function(), operands, y);
      default -> throw new IllegalArgumentException("no kernel for " + operation);
    };
  }

  @Override
  public Step windowed(Operation operation, Window window, List<Matrix> operands, Matrix y) {
    return Float64WindowSteps.windowed(operation, window, operands, y);
  }

  @Override
  public Step folded(Window window, Matrix a, Matrix b, Matrix y) {
    return Float64WindowSteps.folded(window, a, b, y);
  }

  private static double[] values(Matrix matrix) {
    return ((Float64Buffer) matrix.buffer()).values;
  }

  private static Step reduction(Operation operation, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int n = x.columns();
    int lanes = x.lanes();
    double[] stripes = Float64Sums.stripes();
    return switch (operation) {
      case ROW_SUM -> batch -> Float64Sums.rows(from, to, x.rows(batch), n, lanes, stripes);
      case ROW_MAX -> batch -> Float64Sums.rowMax(from, to, x.rows(batch), n, lanes);
      case FIRST_MAX -> batch -> Float64Sums.firstMax(from, to, x.rows(batch), n, lanes);
      case COLUMN_SUM -> batch -> Float64Sums.columns(from, to, x.rows(batch), x.rowSize());
      case SUM -> batch -> Float64Sums.rows(from, to, 1, x.rows(batch) * n, lanes, stripes);
      default -> inner(operation, x, y);
    };
  }

  private static Step inner(Operation operation, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int n = x.shape().rows().inner();
    int width = x.rowSize();
    return switch (operation) {
      case INNER_SUM -> batch -> Float64Inner.sum(from, to, 0, y.rows(batch), n, width);
      case INNER_MAX -> batch -> Float64Inner.max(from, to, 0, y.rows(batch), n, width);
      default -> batch -> Float64Inner.firstMax(from, to, 0, x.rows(batch) / n, n, width);
    };
  }

  private static Step product(Operation operation, Matrix a, Matrix b, Matrix y) {
    double[] left = values(a);
    double[] right = values(b);
    double[] to = values(y);
    int n = y.columns();
    int k = a.columns();
    int lanes = y.lanes();
    return switch (operation) {
      case MATMUL ->
          batch -> Float64Matmul.nn(left, 0, right, 0, to, 0, y.rows(batch), n, k, lanes);
      case MATMUL_NT ->
          batch -> Float64Matmul.nt(left, 0, right, 0, to, 0, y.rows(batch), n, k, lanes);
      case MATMUL_TN ->
          batch ->
              Float64Matmul.tn(left, 0, right, 0, to, 0, y.rows(batch), n, a.rows(batch), lanes);
      default -> innerProduct(operation, a, b, y);
    };
  }

  /** Products of one matrix for each place of the outer axes. */
  private static Step innerProduct(Operation operation, Matrix a, Matrix b, Matrix y) {
    double[] left = values(a);
    double[] right = values(b);
    double[] to = values(y);
    int m = y.shape().rows().inner();
    int n = y.columns();
    int k = operation == Operation.INNER_MATMUL_TN ? a.shape().rows().inner() : a.columns();
    int lanes = y.lanes();
    int aSize = m * k * lanes;
    int bSize = n * k * lanes;
    int ySize = m * n * lanes;
    return batch -> {
      int outer = y.rows(batch) / m;
      for (int i = 0; i < outer; i++) {
        int ai = i * aSize;
        int bi = i * bSize;
        int yi = i * ySize;
        switch (operation) {
          case INNER_MATMUL -> Float64Matmul.nn(left, ai, right, bi, to, yi, m, n, k, lanes);
          case INNER_MATMUL_NT -> Float64Matmul.nt(left, ai, right, bi, to, yi, m, n, k, lanes);
          default -> Float64Matmul.tn(left, ai, right, bi, to, yi, m, n, k, lanes);
        }
      }
    };
  }

  private static Step structure(
      Operation operation, Detail detail, List<Matrix> operands, Matrix y) {
    Matrix x = operands.get(0);
    double[] from = values(x);
    double[] to = values(y);
    return switch (operation) {
      case COLUMNS -> {
        int first = ((Detail.Range) detail).from() * x.lanes();
        yield batch ->
            Float64Copies.block(
                from, first, x.rowSize(), to, 0, y.rowSize(), y.rows(batch), y.rowSize());
      }
      case PAD -> {
        Step copy = into(x, y, ((Detail.Range) detail).from());
        yield batch -> {
          Arrays.fill(to, 0, y.size(batch), 0.0);
          copy.run(batch);
        };
      }
      case CONCAT -> concat(operands, y);
      case RESHAPE -> batch -> System.arraycopy(from, 0, to, 0, y.size(batch));
      case GATHER -> {
        double[] index = values(operands.get(1));
        yield batch ->
            Float64Copies.gather(
                from, index, to, y.rows(batch), y.columns(), y.lanes(), x.rows(batch));
      }
      case SCATTER_ADD -> {
        double[] index = values(operands.get(1));
        yield batch ->
            Float64Copies.scatterAdd(
                from, index, to, x.rows(batch), y.columns(), y.lanes(), y.rows(batch));
      }
      default -> positions(operation, detail, x, y);
    };
  }

  private static Step positions(Operation operation, Detail detail, Matrix x, Matrix y) {
    double[] from = values(x);
    double[] to = values(y);
    int inner = x.shape().rows().inner();
    return switch (operation) {
      case REPEAT_INNER -> {
        int n = y.shape().rows().inner();
        yield batch -> Float64Inner.repeat(from, to, x.rows(batch), n, x.rowSize());
      }
      case TRANSPOSED ->
          batch ->
              Float64Inner.transposed(
                  from, to, x.rows(batch) / inner, inner, x.columns(), x.lanes());
      case WINDOWS -> Float64WindowSteps.windows(((Detail.Windows) detail).window(), x, y);
      default -> Float64WindowSteps.fold(((Detail.Windows) detail).window(), x, y);
    };
  }

  private static Step into(Matrix x, Matrix y, int column) {
    double[] from = values(x);
    double[] to = values(y);
    int first = column * y.lanes();
    return batch ->
        Float64Copies.block(
            from, 0, x.rowSize(), to, first, y.rowSize(), y.rows(batch), x.rowSize());
  }

  private static Step concat(List<Matrix> parts, Matrix y) {
    Step[] steps = new Step[parts.size()];
    int column = 0;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = into(parts.get(i), y, column);
      column += parts.get(i).columns();
    }
    return batch -> {
      for (Step step : steps) {
        step.run(batch);
      }
    };
  }
}
