package dev.kassei.engine.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Float64Loops;
import dev.kassei.engine.kernel.Float64Pointwise;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Float64VectorLoopsTest {
  private static final int SIZE = 4096;

  /** An odd part of 2⁶⁴, so that every exponent is met with many mantissas. */
  private static final long STRIDE = 0x9e37_79b9_7f4a_7c15L;

  /** Where the functions change their formula or reach their limits. */
  private static final double[] BORDERS = {
    0.0,
    Double.MIN_NORMAL,
    0x1p-54,
    0.34657359027997264,
    0.5,
    0.7071067811865476,
    0.7853981633974483,
    1.0,
    1.0397207708399179,
    1.4142135623730951,
    2.0,
    2.356194490192345,
    5.87,
    5.93,
    18.55,
    20.0,
    27.226,
    28.0,
    37.43,
    40.0,
    708.3964185322641,
    709.782712893384,
    710.0,
    745.1332191019412,
    746.0,
    0x1p30,
    0x1p52,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  private final Float64Pointwise scalar = new Float64Loops();
  private final Float64Pointwise vector = new Float64VectorLoops();

  static Stream<Operation> operations() {
    return Stream.of(Operation.values()).filter(Operation::isPointwise);
  }

  static Stream<Operation> functions() {
    return operations().filter(operation -> operation.arity() == 1);
  }

  static Stream<Operation> operationsOfTwoOrThree() {
    return operations().filter(operation -> operation.arity() > 1);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsHaveTheBitsOfTheScalarOnesOverAllExponents(Operation operation) {
    double[] x = new double[SIZE + Buffer.PADDING];
    long bits = 0;
    for (int part = 0; part < 50; part++) {
      for (int i = 0; i < SIZE; i++, bits += STRIDE) {
        x[i] = Double.longBitsToDouble(bits);
      }
      check(operation, x, x, x, SIZE);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsHaveTheBitsOfTheScalarOnesWhereTheyChange(Operation operation) {
    double[] x = new double[SIZE + Buffer.PADDING];
    for (double range = 0.5; range < 1000; range *= 2) {
      for (int i = 0; i < SIZE; i++) {
        x[i] = range * (Math.sqrt(i + 0.5) / 32 - 1);
      }
      check(operation, x, x, x, SIZE);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsHaveTheBitsOfTheScalarOnesAroundBorders(Operation operation) {
    double[] x = aroundBorders();
    check(operation, x, x, x, x.length - Buffer.PADDING);
  }

  @ParameterizedTest
  @MethodSource("operationsOfTwoOrThree")
  void operationsHaveTheBitsOfTheScalarOnesOnPairsOfSpecials(Operation operation) {
    double[] special = aroundBorders();
    double[] a = new double[SIZE + Buffer.PADDING];
    double[] b = new double[SIZE + Buffer.PADDING];
    double[] c = new double[SIZE + Buffer.PADDING];
    for (int shift = 0; shift < 20; shift++) {
      for (int i = 0; i < SIZE; i++) {
        a[i] = special[i % special.length];
        b[i] = special[(i + i / special.length + 19 * shift) % special.length];
        c[i] = special[(7 * i + shift) % special.length];
      }
      check(operation, a, b, c, SIZE);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyLengthAndPlaceIsRightAndNothingElseIsWritten(Operation operation) {
    double[] x = new double[70 + 17 + Buffer.PADDING];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i * 37 % 101 - 50) / 8.0;
    }
    for (int n = 0; n <= 70; n++) {
      for (int at = 0; at <= 17; at++) {
        double[] expected = new double[x.length];
        double[] actual = new double[x.length];
        scalar.run(operation, expected, 17 - at, x, at, x, at / 2, x, 3, n);
        vector.run(operation, actual, 17 - at, x, at, x, at / 2, x, 3, n);
        assertThat(actual).as("%s of %s from %s", operation, n, at).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theResultMayReplaceAnOperand(Operation operation) {
    double[] x = aroundBorders();
    double[] expected = new double[x.length];
    int n = 301;
    scalar.run(operation, expected, 5, x, 5, x, 5, x, 5, n);
    System.arraycopy(x, 0, expected, 0, 5);
    System.arraycopy(x, 5 + n, expected, 5 + n, x.length - 5 - n);
    vector.run(operation, x, 5, x, 5, x, 5, x, 5, n);
    assertThat(x).isEqualTo(expected);
  }

  private void check(Operation operation, double[] a, double[] b, double[] c, int n) {
    double[] expected = new double[a.length];
    double[] actual = new double[a.length];
    scalar.run(operation, expected, 0, a, 0, b, 0, c, 0, n);
    vector.run(operation, actual, 0, a, 0, b, 0, c, 0, n);
    int place = Arrays.mismatch(actual, expected);
    if (place >= 0) {
      assertThat(actual[place])
          .as("%s of %s, %s, %s", operation, a[place], b[place], c[place])
          .isEqualTo(expected[place]);
    }
  }

  /** Each border with its neighbours and their opposites. */
  private static double[] aroundBorders() {
    int neighbours = 8;
    double[] x = new double[BORDERS.length * 2 * neighbours + Buffer.PADDING];
    for (int i = 0; i < BORDERS.length * neighbours; i++) {
      long bits = Double.doubleToLongBits(BORDERS[i / neighbours]) + i % neighbours - 4;
      x[2 * i] = Double.longBitsToDouble(bits);
      x[2 * i + 1] = -x[2 * i];
    }
    return x;
  }
}
