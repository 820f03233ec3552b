// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Float32Buffer;
import dev.kassei.engine.kernel.Float32Tiles;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import dev.kassei.engine.kernel.TileProgram;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The kernels in float32 by vectors where they are faster; the others are the scalar ones. */
public final class Float32VectorKernels implements Kernels {
  /** Products of fewer terms are faster in scalar code. */
  private static final int SMALL = 32;

  /** Threads split products by so many rows, a block of the vector kernel. */
  private static final int ROWS = 8;

  private final Kernels scalar = Kernels.scalar(Precision.FLOAT32);
  private final Float32VectorLoops loops = new Float32VectorLoops();

  @Override
  public OptionalInt vectorBits() {
    return OptionalInt.of(Registers.BITS);
  }

  @Override
  public Buffer allocate(int size) {
    return scalar.allocate(size);
  }

  @Override
  public Step tiles(TileProgram program, Share share) {
    var own = share.index() == 0 ? loops : new Float32VectorLoops();
    return new Float32Tiles(program, own, share);
  }

  @Override
  public Step copy(Matrix x, Matrix y, boolean[] active) {
    if (!Float32LaneSums.whole(active.length)) {
      return scalar.copy(x, y, active);
    }
    float[] from = values(x);
    float[] to = values(y);
    return batch -> Float32LaneSums.active(from, to, y.size(batch), active);
  }

  @Override
  public Step step(Operation operation, Detail detail, List<Matrix> operands, Matrix y) {
    Step step = scalar.step(operation, detail, operands, y);
    return switch (operation.kind()) {
      case MATRIX ->
          isProduct(operation)
              ? product(operation, operands.get(0), operands.get(1), y, step)
              : step;
      case REDUCTION ->
          y.lanes() > 1
              ? laneReduction(operation, operands.get(0), y, step)
              : reduction(operation, operands.get(0), y);
      case STRUCTURE -> Float32VectorWindowSteps.structure(operation, detail, operands, y, step);
      default -> step;
    };
  }

  @Override
  public Step windowed(Operation operation, Window window, List<Matrix> operands, Matrix y) {
    return operation.kind() == Operation.Kind.MATRIX
        ? Float32VectorWindowSteps.product(operation, window, operands, y, Share.ALL)
        : Float32VectorWindowSteps.reduction(operation, window, operands.get(0), y);
  }

  @Override
  public Optional<Step> windowed(
      Operation operation, Window window, List<Matrix> operands, Matrix y, Share share) {
    return operation.kind() == Operation.Kind.MATRIX
        ? Optional.of(Float32VectorWindowSteps.product(operation, window, operands, y, share))
        : Optional.empty();
  }

  @Override
  public Step folded(Window window, Matrix a, Matrix b, Matrix y) {
    return Float32VectorWindowSteps.folded(window, a, b, y, Share.ALL);
  }

  @Override
  public Optional<Step> folded(Window window, Matrix a, Matrix b, Matrix y, Share share) {
    return Optional.of(Float32VectorWindowSteps.folded(window, a, b, y, share));
  }

  @Override
  public Optional<Step> step(Operation operation, List<Matrix> operands, Matrix y, Share share) {
    return isProduct(operation)
        ? Optional.of(product(operation, operands.get(0), operands.get(1), y, share))
        : Optional.empty();
  }

  /** Whether it is one product, not one for each place of outer axes. */
  private static boolean isProduct(Operation operation) {
    return switch (operation) {
      case MATMUL, MATMUL_NT, MATMUL_TN -> true;
      default -> false;
    };
  }

  private static float[] values(Matrix matrix) {
    return ((Float32Buffer) matrix.buffer()).values();
  }

  private static Step product(Operation operation, Matrix a, Matrix b, Matrix y, Step scalar) {
    Step vector = product(operation, a, b, y, Share.ALL);
    int size = y.rowSize() * (operation == Operation.MATMUL_TN ? 1 : a.columns());
    return batch -> {
      int terms = size * (operation == Operation.MATMUL_TN ? a.rows(batch) : 1);
      Step step = y.rows(batch) * terms < SMALL ? scalar : vector;
      step.run(batch);
    };
  }

  private static Step product(Operation operation, Matrix a, Matrix b, Matrix y, Share share) {
    Float32VectorMatmul matmul = new Float32VectorMatmul();
    float[] left = values(a);
    float[] right = values(b);
    float[] to = values(y);
    int n = y.columns();
    int lanes = y.lanes();
    return batch -> {
      int m = y.rows(batch);
      int from = share.from(m, ROWS);
      int end = share.to(m, ROWS);
      if (from == end) {
        return;
      }
      switch (operation) {
        case MATMUL -> matmul.nn(left, right, to, from, end, n, a.columns(), lanes);
        case MATMUL_NT -> matmul.nt(left, right, to, from, end, n, a.columns(), lanes);
        default -> matmul.tn(left, right, to, from, end, m, n, a.rows(batch), lanes);
      }
    };
  }

  private static Step reduction(Operation operation, Matrix x, Matrix y) {
    Float32VectorSums sums = new Float32VectorSums();
    float[] from = values(x);
    float[] to = values(y);
    int n = x.columns();
    return switch (operation) {
      case ROW_SUM -> batch -> sums.rows(from, to, x.rows(batch), n);
      case ROW_MAX -> batch -> Float32VectorSums.rowMax(from, to, x.rows(batch), n);
      case FIRST_MAX -> batch -> Float32VectorSums.firstMax(from, to, x.rows(batch), n);
      case COLUMN_SUM -> batch -> sums.columns(from, to, x.rows(batch), x.rowSize());
      case SUM -> batch -> sums.rows(from, to, 1, x.rows(batch) * n);
      default -> Float32VectorWindowSteps.inner(operation, x, y);
    };
  }

  private static Step laneReduction(Operation operation, Matrix x, Matrix y, Step scalar) {
    Float32LaneSums sums = new Float32LaneSums();
    float[] from = values(x);
    float[] to = values(y);
    int n = x.columns();
    int lanes = x.lanes();
    return switch (operation) {
      case ROW_SUM -> batch -> sums.rows(from, to, x.rows(batch), n, lanes);
      case ROW_MAX -> batch -> sums.rowMax(from, to, x.rows(batch), n, lanes);
      case COLUMN_SUM -> reduction(operation, x, y);
      case SUM -> batch -> sums.rows(from, to, 1, x.rows(batch) * n, lanes);
      case FIRST_MAX -> scalar;
      default -> Float32VectorWindowSteps.inner(operation, x, y);
    };
  }
}
