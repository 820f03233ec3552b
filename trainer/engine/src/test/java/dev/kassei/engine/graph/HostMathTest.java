package dev.kassei.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.TileProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostMathTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double[] AWKWARD = {
    0.0, -0.0, 1, -1, 0.3, -1e3, 1e-310, -INFINITY, INFINITY, Double.NaN
  };

  static Stream<Operation> pointwise() {
    return Arrays.stream(Operation.values()).filter(Operation::isPointwise);
  }

  /** Else a formula would change with what of it is constant. */
  @ParameterizedTest
  @MethodSource("pointwise")
  void theHostHasTheBitsOfKernels(Operation operation) {
    List<double[]> arguments = arguments(operation.arity());
    double[] computed = byKernel(operation, arguments);
    for (int i = 0; i < computed.length; i++) {
      assertEqual(computed[i], operation, arguments.get(i));
    }
  }

  @Test
  void zerosKeepTheirSigns() {
    assertEqual(-0.0, Operation.NEGATE, 0);
    assertEqual(-0.0, Operation.SIGN, -0.0);
    assertEqual(0.0, Operation.ADD, -0.0, 0);
    assertEqual(-0.0, Operation.ADD, -0.0, -0.0);
    assertEqual(-0.0, Operation.SUBTRACT, -0.0, 0);
    assertEqual(-0.0, Operation.MULTIPLY, -1, 0);
    assertEqual(-0.0, Operation.SQRT, -0.0);
    assertEqual(-0.0, Operation.SIN, -0.0);
    assertEqual(-0.0, Operation.TANH, -0.0);
  }

  @Test
  void theZeroWithASignIsTheSmallerOne() {
    assertEqual(0.0, Operation.MAX, -0.0, 0);
    assertEqual(0.0, Operation.MAX, 0, -0.0);
    assertEqual(-0.0, Operation.MIN, 0, -0.0);
    assertEqual(1, Operation.EQUAL, 0, -0.0);
    assertEqual(0, Operation.GREATER, 0, -0.0);
    assertEqual(2, Operation.WHERE, -0.0, 1, 2);
  }

  @Test
  void nanIsEqualToNothingAndGoesThroughAllElse() {
    assertEqual(0, Operation.EQUAL, Double.NaN, Double.NaN);
    assertEqual(0, Operation.GREATER_OR_EQUAL, Double.NaN, 0);
    assertEqual(1, Operation.WHERE, Double.NaN, 1, 2);
    assertEqual(Double.NaN, Operation.MAX, 1, Double.NaN);
    assertEqual(Double.NaN, Operation.MIN, Double.NaN, 1);
    assertEqual(Double.NaN, Operation.CLIP, Double.NaN, 0, 1);
    assertEqual(Double.NaN, Operation.SIGN, Double.NaN);
    assertEqual(Double.NaN, Operation.MULTIPLY, Double.NaN, 0);
  }

  @Test
  void powersAreThoseOfStrictMath() {
    assertEqual(StrictMath.pow(0.9, 1000), Operation.POWER, 0.9, 1000);
    assertEqual(1, Operation.POWER, Double.NaN, 0);
    assertEqual(-INFINITY, Operation.POWER, -0.0, -1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ROW_SUM", "MATMUL", "INPUT", "CONCAT"})
  void whatIsNotPointwiseIsRefused(Operation operation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostMath.evaluate(operation, new double[] {1, 2}))
        .withMessage(operation + " is not computed on the host");
  }

  /** To the bit, of which a NaN has any. */
  private static void assertEqual(double expected, Operation operation, double... x) {
    double actual = HostMath.evaluate(operation, x);
    assertThat(Double.doubleToLongBits(actual))
        .as("%s of %s is %s, not %s", operation, Arrays.toString(x), expected, actual)
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  /** All tuples of awkward numbers. */
  private static List<double[]> arguments(int count) {
    List<double[]> tuples = List.of(new double[0]);
    for (int i = 0; i < count; i++) {
      var longer = new ArrayList<double[]>();
      for (double[] tuple : tuples) {
        for (double number : AWKWARD) {
          double[] next = Arrays.copyOf(tuple, tuple.length + 1);
          next[tuple.length] = number;
          longer.add(next);
        }
      }
      tuples = longer;
    }
    return tuples;
  }

  private static double[] byKernel(Operation operation, List<double[]> arguments) {
    int operands = arguments.get(0).length;
    List<Matrix> matrices =
        IntStream.rangeClosed(0, operands).mapToObj(i -> matrix(arguments.size())).toList();
    for (int row = 0; row < arguments.size(); row++) {
      for (int i = 0; i < operands; i++) {
        matrices.get(i).buffer().set(row, arguments.get(row)[i]);
      }
    }
    List<Integer> sources = IntStream.range(0, operands).boxed().toList();
    var instruction = new TileProgram.Instruction(operation, sources, operands);
    Matrix y = matrices.get(operands);
    var program =
        new TileProgram(
            y.shape(), 1, matrices.subList(0, operands), List.of(instruction), Map.of(operands, y));
    Kernels.scalar(Precision.FLOAT64).tiles(program, Share.ALL).run(1);
    return y.read(1, 0);
  }

  private static Matrix matrix(int columns) {
    var buffer = Kernels.scalar(Precision.FLOAT64).allocate(columns);
    return new Matrix(buffer, Shape.fixed(1, columns), 1);
  }
}
