package dev.kassei.engine.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Float32Loops;
import dev.kassei.engine.kernel.Float32Pointwise;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("FloatingPointLiteralPrecision")
class Float32VectorLoopsTest {
  private static final int SIZE = 4096;

  /** Coprime to 2³², so that every part of the range is met. */
  private static final int STRIDE = 4099;

  /** Where the functions change their formula or reach their limits. */
  private static final float[] BORDERS = {
    0f,
    Float.MIN_NORMAL,
    0x1p-25f,
    0.3465736f,
    0.5f,
    0.6666667f,
    0.70710677f,
    0.7853982f,
    1f,
    1.0397208f,
    1.3333334f,
    2f,
    2.3561945f,
    3.88f,
    3.95f,
    8.5f,
    10f,
    10.06f,
    10.1f,
    16.64f,
    20f,
    87.33655f,
    88.72284f,
    89f,
    103.97208f,
    104f,
    0x1p17f,
    0x1p23f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN
  };

  private final Float32Pointwise scalar = new Float32Loops();
  private final Float32Pointwise vector = new Float32VectorLoops();

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
  void functionsHaveTheBitsOfTheScalarOnesOverAllFloats(Operation operation) {
    float[] x = new float[SIZE + Buffer.PADDING];
    for (long bits = 0; bits < 1L << 32; ) {
      for (int i = 0; i < SIZE; i++, bits += STRIDE) {
        x[i] = Float.intBitsToFloat((int) bits);
      }
      check(operation, x, x, x, SIZE);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsHaveTheBitsOfTheScalarOnesAroundBorders(Operation operation) {
    float[] x = aroundBorders();
    check(operation, x, x, x, x.length - Buffer.PADDING);
  }

  @ParameterizedTest
  @MethodSource("operationsOfTwoOrThree")
  void operationsHaveTheBitsOfTheScalarOnesOnPairsOfSpecials(Operation operation) {
    float[] special = aroundBorders();
    float[] a = new float[SIZE + Buffer.PADDING];
    float[] b = new float[SIZE + Buffer.PADDING];
    float[] c = new float[SIZE + Buffer.PADDING];
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
    float[] x = new float[70 + 17 + Buffer.PADDING];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i * 37 % 101 - 50) / 8f;
    }
    for (int n = 0; n <= 70; n++) {
      for (int at = 0; at <= 17; at++) {
        float[] expected = new float[x.length];
        float[] actual = new float[x.length];
        scalar.run(operation, expected, 17 - at, x, at, x, at / 2, x, 3, n);
        vector.run(operation, actual, 17 - at, x, at, x, at / 2, x, 3, n);
        assertThat(actual).as("%s of %s from %s", operation, n, at).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theResultMayReplaceAnOperand(Operation operation) {
    float[] x = aroundBorders();
    float[] expected = new float[x.length];
    int n = 301;
    scalar.run(operation, expected, 5, x, 5, x, 5, x, 5, n);
    System.arraycopy(x, 0, expected, 0, 5);
    System.arraycopy(x, 5 + n, expected, 5 + n, x.length - 5 - n);
    vector.run(operation, x, 5, x, 5, x, 5, x, 5, n);
    assertThat(x).isEqualTo(expected);
  }

  private void check(Operation operation, float[] a, float[] b, float[] c, int n) {
    float[] expected = new float[a.length];
    float[] actual = new float[a.length];
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
  private static float[] aroundBorders() {
    int neighbours = 8;
    float[] x = new float[BORDERS.length * 2 * neighbours + Buffer.PADDING];
    for (int i = 0; i < BORDERS.length * neighbours; i++) {
      int bits = Float.floatToIntBits(BORDERS[i / neighbours]) + i % neighbours - 4;
      x[2 * i] = Float.intBitsToFloat(bits);
      x[2 * i + 1] = -x[2 * i];
    }
    return x;
  }
}
