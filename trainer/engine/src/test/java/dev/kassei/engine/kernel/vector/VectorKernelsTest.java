package dev.kassei.engine.kernel.vector;

import static dev.kassei.engine.kernel.vector.Numbers.assertSameBits;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("vectors")
class VectorKernelsTest {
  private static final int[] WIDTHS = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257, 784};
  private static final int[] LANES = {1, 2, 3, 8, 16, 17, 32};

  @ParameterizedTest
  @EnumSource
  void rowSumsHaveTheBitsOfTheScalarOnes(Precision precision) {
    check(precision, Operation.ROW_SUM);
  }

  @ParameterizedTest
  @EnumSource
  void columnSumsHaveTheBitsOfTheScalarOnes(Precision precision) {
    check(precision, Operation.COLUMN_SUM);
  }

  @ParameterizedTest
  @EnumSource
  void rowMaximaAreThoseOfTheScalarKernels(Precision precision) {
    check(precision, Operation.ROW_MAX);
    check(precision, Operation.FIRST_MAX);
  }

  @ParameterizedTest
  @EnumSource
  void sumsHaveTheBitsOfTheScalarOnesBeyondABlockToo(Precision precision) {
    check(precision, Operation.SUM);
    Case cases = new Case(precision, Operation.SUM);
    for (int n : new int[] {4095, 4096, 4097, 4112, 4113, 8192, 9000}) {
      cases.check(1, n, 1);
      cases.check(1, n, 3);
      cases.check(1, n, 16);
    }
  }

  @ParameterizedTest
  @EnumSource
  void productsOfAnySizeAreTheScalarOnes(Precision precision) {
    Case cases = new Case(precision, Operation.MATMUL);
    for (int n : new int[] {1, 2, 3, 4, 5, 16, 33, 100}) {
      cases.check(n, n, 1);
      cases.check(3, n, 16);
    }
  }

  @ParameterizedTest
  @EnumSource
  void activeLanesAreCopied(Precision precision) {
    Numbers numbers = new Numbers(precision);
    for (int lanes : LANES) {
      Matrix x = numbers.matrix(5, 7, lanes);
      Matrix actual = numbers.empty(5, 7, lanes);
      Matrix expected = numbers.empty(5, 7, lanes);
      boolean[] active = new boolean[lanes];
      for (int lane = 0; lane < lanes; lane += 2) {
        active[lane] = true;
      }
      vector(precision).copy(x, actual, active).run(1);
      Kernels.scalar(precision).copy(x, expected, active).run(1);
      assertSameBits(actual, expected, "lanes " + lanes);
    }
  }

  private static void check(Precision precision, Operation operation) {
    Case cases = new Case(precision, operation);
    for (int n : WIDTHS) {
      for (int lanes : LANES) {
        cases.check(1, n, lanes);
        cases.check(5, n, lanes);
      }
    }
  }

  private static Kernels vector(Precision precision) {
    return Kernels.vector(precision).orElseThrow();
  }

  /** Compares one operation in one precision. */
  private static final class Case {
    private final Operation operation;
    private final Numbers numbers;
    private final Kernels scalar;
    private final Kernels vector;

    Case(Precision precision, Operation operation) {
      this.operation = operation;
      this.numbers = new Numbers(precision);
      this.scalar = Kernels.scalar(precision);
      this.vector = vector(precision);
    }

    void check(int rows, int columns, int lanes) {
      check(numbers.matrix(rows, columns, lanes), rows, columns, lanes);
      check(numbers.special(rows, columns, lanes), rows, columns, lanes);
    }

    private void check(Matrix x, int rows, int columns, int lanes) {
      List<Matrix> operands =
          operation == Operation.MATMUL
              ? List.of(x, numbers.matrix(columns, columns, lanes))
              : List.of(x);
      Matrix actual = result(rows, columns, lanes);
      Matrix expected = result(rows, columns, lanes);
      vector.step(operation, Detail.NONE, operands, actual).run(1);
      scalar.step(operation, Detail.NONE, operands, expected).run(1);
      assertSameBits(actual, expected, operation + " " + rows + " × " + columns + " × " + lanes);
    }

    private Matrix result(int rows, int columns, int lanes) {
      return switch (operation) {
        case ROW_SUM, ROW_MAX -> numbers.empty(rows, 1, lanes);
        case COLUMN_SUM -> numbers.empty(1, columns, lanes);
        case SUM -> numbers.empty(1, 1, lanes);
        default -> numbers.empty(rows, columns, lanes);
      };
    }
  }
}
