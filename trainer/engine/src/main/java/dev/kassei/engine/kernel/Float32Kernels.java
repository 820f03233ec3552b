// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import java.util.Arrays;
import java.util.List;

/** The scalar kernels in float32. */
final class Float32Kernels implements Kernels {
  private final Float32Pointwise pointwise = new Float32Loops();

  @Override
  public Buffer allocate(int size) {
    return new Float32Buffer(size);
  }

  @Override
  public Step tiles(TileProgram program, Share share) {
    return new Float32Tiles(program, pointwise, share);
  }

  @Override
  public Step copy(Matrix x, Matrix y, boolean[] active) {
    float[] from = values(x);
    float[] to = values(y);
    return batch -> Float32Copies.active(from, to, y.size(batch), active);
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

  private static float[] values(Matrix matrix) {
    return ((Float32Buffer) matrix.buffer()).values;
  }

  private static Step reduction(Operation operation, Matrix x, Matrix y) {
    float[] from = values(x);
    float[] to = values(y);
    int n = x.columns();
    int lanes = x.lanes();
    float[] stripes = Float32Sums.stripes();
    return switch (operation) {
      case ROW_SUM -> batch -> Float32Sums.rows(from, to, x.rows(batch), n, lanes, stripes);
      case ROW_MAX -> batch -> Float32Sums.rowMax(from, to, x.rows(batch), n, lanes);
      case FIRST_MAX -> batch -> Float32Sums.firstMax(from, to, x.rows(batch), n, lanes);
      case COLUMN_SUM -> batch -> Float32Sums.columns(from, to, x.rows(batch), x.rowSize());
      default -> batch -> Float32Sums.rows(from, to, 1, x.rows(batch) * n, lanes, stripes);
    };
  }

  private static Step product(Operation operation, Matrix a, Matrix b, Matrix y) {
    float[] left = values(a);
    float[] right = values(b);
    float[] to = values(y);
    int n = y.columns();
    int lanes = y.lanes();
    return switch (operation) {
      case MATMUL ->
          batch -> Float32Matmul.nn(left, right, to, y.rows(batch), n, a.columns(), lanes);
      case MATMUL_NT ->
          batch -> Float32Matmul.nt(left, right, to, y.rows(batch), n, a.columns(), lanes);
      default -> batch -> Float32Matmul.tn(left, right, to, y.rows(batch), n, a.rows(batch), lanes);
    };
  }

  private static Step structure(
      Operation operation, Detail detail, List<Matrix> operands, Matrix y) {
    Matrix x = operands.get(0);
    float[] from = values(x);
    float[] to = values(y);
    return switch (operation) {
      case COLUMNS -> {
        int first = ((Detail.Range) detail).from() * x.lanes();
        yield batch ->
            Float32Copies.block(
                from, first, x.rowSize(), to, 0, y.rowSize(), y.rows(batch), y.rowSize());
      }
      case PAD -> {
        Step copy = into(x, y, ((Detail.Range) detail).from());
        yield batch -> {
          Arrays.fill(to, 0, y.size(batch), 0.0f);
          copy.run(batch);
        };
      }
      case CONCAT -> concat(operands, y);
      case RESHAPE -> batch -> System.arraycopy(from, 0, to, 0, y.size(batch));
      case GATHER -> {
        float[] index = values(operands.get(1));
        yield batch ->
            Float32Copies.gather(
                from, index, to, y.rows(batch), y.columns(), y.lanes(), x.rows(batch));
      }
      default -> {
        float[] index = values(operands.get(1));
        yield batch ->
            Float32Copies.scatterAdd(
                from, index, to, x.rows(batch), y.columns(), y.lanes(), y.rows(batch));
      }
    };
  }

  private static Step into(Matrix x, Matrix y, int column) {
    float[] from = values(x);
    float[] to = values(y);
    int first = column * y.lanes();
    return batch ->
        Float32Copies.block(
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
