package dev.kassei.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operands of one row or one column, repeated to the shape of their region. */
class TilesTest {
  private static final int[] WIDTHS = {1, 2, 3, 10, 64, 100, 1024, 1500};
  private static final int[] LANES = {1, 2, 16};

  @ParameterizedTest
  @EnumSource
  void aScalarIsRepeatedEverywhere(Precision precision) {
    checkAll(precision, width -> Shape.fixed(1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aRowIsRepeatedInEachRow(Precision precision) {
    checkAll(precision, width -> Shape.fixed(1, width));
  }

  @ParameterizedTest
  @EnumSource
  void aColumnIsRepeatedInEachColumn(Precision precision) {
    checkAll(precision, width -> Shape.batch(1));
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedOperandMayChangeBetweenRuns(Precision precision) {
    var repeated = new Repeated(precision, Shape.fixed(1, 1), Shape.batch(3), 1);
    repeated.check(4);
    repeated.operand.buffer().set(0, -0.0);
    repeated.check(2);
    repeated.operand.buffer().set(0, 0.0);
    repeated.check(500);
  }

  private interface OperandShape {
    Shape of(int width);
  }

  private static void checkAll(Precision precision, OperandShape shape) {
    for (int width : WIDTHS) {
      for (int lanes : LANES) {
        var repeated = new Repeated(precision, shape.of(width), Shape.batch(width), lanes);
        for (int batch : new int[] {1, 2, 7, 500, 3}) {
          repeated.check(batch);
        }
      }
    }
  }

  /** A region that only repeats its operand. */
  private static final class Repeated {
    private static final int CAPACITY = 500;

    final Matrix operand;
    private final Matrix result;
    private final Step step;

    Repeated(Precision precision, Shape operandShape, Shape shape, int lanes) {
      Kernels kernels = Kernels.scalar(precision);
      int size = operandShape.rows().actual(CAPACITY) * operandShape.columns() * lanes;
      operand = new Matrix(kernels.allocate(size), operandShape, lanes);
      for (int i = 0; i < size; i++) {
        operand.buffer().set(i, i + 0.5);
      }
      result = new Matrix(kernels.allocate(CAPACITY * shape.columns() * lanes), shape, lanes);
      // Two instructions, so that one of the registers is scratch.
      var negate = new TileProgram.Instruction(Operation.NEGATE, List.of(0), 1);
      var again = new TileProgram.Instruction(Operation.NEGATE, List.of(1), 2);
      step =
          kernels.tiles(
              new TileProgram(
                  shape, lanes, List.of(operand), List.of(negate, again), Map.of(2, result)),
              Share.ALL);
    }

    void check(int batch) {
      step.run(batch);
      for (int row = 0; row < batch; row++) {
        for (int column = 0; column < result.columns(); column++) {
          for (int lane = 0; lane < result.lanes(); lane++) {
            double actual = result.buffer().get(result.index(row, column, lane));
            if (Double.compare(actual, expected(row, column, lane)) != 0) {
              assertThat(actual)
                  .as("%s to %s at %s, %s, %s", operand, result, row, column, lane)
                  .isEqualTo(expected(row, column, lane));
            }
          }
        }
      }
    }

    private double expected(int row, int column, int lane) {
      boolean oneRow = operand.shape().rows().isOne();
      boolean oneColumn = operand.columns() == 1;
      return operand.buffer().get(operand.index(oneRow ? 0 : row, oneColumn ? 0 : column, lane));
    }
  }
}
