package dev.kassei.engine.kernel.vector;

import static dev.kassei.engine.kernel.vector.Numbers.assertSameBits;
import static dev.kassei.engine.kernel.vector.Numbers.same;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Float32Buffer;
import dev.kassei.engine.kernel.Float64Buffer;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("vectors")
class VectorMatmulTest {
  private static final List<Operation> FORMS =
      List.of(Operation.MATMUL, Operation.MATMUL_NT, Operation.MATMUL_TN);
  private static final int[] SIZES = {
    1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 257
  };

  private final Random random = new Random(11);

  @ParameterizedTest
  @EnumSource
  void smallProductsHaveTheBitsOfTheScalarOnes(Precision precision) {
    Case cases = new Case(precision);
    for (int i = 0; i < 1500; i++) {
      cases.check(below(17), below(17), below(17), 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void productsOfOneRowColumnOrTermHaveTheBitsOfTheScalarOnes(Precision precision) {
    Case cases = new Case(precision);
    for (int size : SIZES) {
      cases.check(1, size, 19, 1);
      cases.check(size, 1, 19, 1);
      cases.check(size, 19, 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void awkwardProductsHaveTheBitsOfTheScalarOnes(Precision precision) {
    Case cases = new Case(precision);
    for (int i = 0; i < 40; i++) {
      cases.check(size(), size(), size(), 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void productsBeyondABlockHaveTheBitsOfTheScalarOnes(Precision precision) {
    Case cases = new Case(precision);
    cases.check(13, 11, 1100, 1);
    cases.check(9, 531, 515, 1);
    cases.check(131, 521, 523, 1);
    cases.check(97, 71, 300, 1);
  }

  @ParameterizedTest
  @EnumSource
  void productsWithLanesHaveTheBitsOfTheScalarOnes(Precision precision) {
    Case cases = new Case(precision);
    for (int lanes : new int[] {2, 3, 8, 16, 17, 32}) {
      for (int i = 0; i < 40; i++) {
        cases.check(below(9), below(9), below(17), lanes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void specialNumbersGoThroughAsInTheScalarProducts(Precision precision) {
    Case cases = new Case(precision, Numbers::special);
    for (int i = 0; i < 100; i++) {
      cases.check(below(20), below(40), below(20), 1);
      cases.check(below(5), below(5), below(5), 1 + below(20));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRangeOfRowsLeavesTheOthersAlone(Precision precision) {
    Case cases = new Case(precision);
    for (int n : new int[] {1, 2, 10, 16, 17, 33, 100}) {
      cases.checkRange(23, n, 21, 1, 5, 14);
      cases.checkRange(23, n, 21, 3, 5, 14);
      cases.checkRange(23, n, 21, 1, 22, 23);
      cases.checkRange(23, n, 700, 1, 5, 16);
      cases.checkRange(230, n, 300, 1, 5, 214);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNeededFromAnEarlierProduct(Precision precision) {
    Case cases = new Case(precision);
    cases.check(40, 70, 600, 1);
    cases.check(5, 3, 4, 1);
  }

  private int below(int limit) {
    return 1 + random.nextInt(limit);
  }

  private int size() {
    return SIZES[random.nextInt(SIZES.length)];
  }

  /** Compares products of one precision; the vector products are one object's. */
  private static final class Case {
    private final Numbers numbers;
    private final Kernels scalar;
    private final Products products;
    private final Source source;

    Case(Precision precision) {
      this(precision, Numbers::matrix);
    }

    Case(Precision precision, Source source) {
      this.numbers = new Numbers(precision);
      this.scalar = Kernels.scalar(precision);
      this.products = precision == Precision.FLOAT64 ? float64() : float32();
      this.source = source;
    }

    void check(int m, int n, int k, int lanes) {
      for (Operation form : FORMS) {
        Matrix a = left(form, m, k, lanes);
        Matrix b = right(form, n, k, lanes);
        Matrix actual = numbers.empty(m, n, lanes);
        products.run(form, a, b, actual, 0, m, m, n, k, lanes);
        assertSameBits(
            actual, expected(form, a, b, m, n, lanes), form + " " + m + "," + n + "," + k);
      }
    }

    void checkRange(int m, int n, int k, int lanes, int from, int to) {
      for (Operation form : FORMS) {
        Matrix a = left(form, m, k, lanes);
        Matrix b = right(form, n, k, lanes);
        Matrix actual = numbers.empty(m, n, lanes);
        products.run(form, a, b, actual, from, to, m, n, k, lanes);
        Matrix expected = expected(form, a, b, m, n, lanes);
        for (int i = 0; i < m * n * lanes; i++) {
          boolean inside = i >= from * n * lanes && i < to * n * lanes;
          double number = inside ? expected.buffer().get(i) : Double.NaN;
          assertThat(same(actual.buffer().get(i), number)).as("%s %s", form, i).isTrue();
        }
      }
    }

    private Matrix left(Operation form, int m, int k, int lanes) {
      return form == Operation.MATMUL_TN
          ? source.matrix(numbers, k, m, lanes)
          : source.matrix(numbers, m, k, lanes);
    }

    private Matrix right(Operation form, int n, int k, int lanes) {
      return form == Operation.MATMUL_NT
          ? source.matrix(numbers, n, k, lanes)
          : source.matrix(numbers, k, n, lanes);
    }

    private Matrix expected(Operation form, Matrix a, Matrix b, int m, int n, int lanes) {
      Matrix y = numbers.empty(m, n, lanes);
      scalar.step(form, Detail.NONE, List.of(a, b), y).run(1);
      return y;
    }
  }

  private interface Source {
    Matrix matrix(Numbers numbers, int rows, int columns, int lanes);
  }

  private interface Products {
    void run(
        Operation form,
        Matrix a,
        Matrix b,
        Matrix y,
        int from,
        int to,
        int m,
        int n,
        int k,
        int lanes);
  }

  private static Products float64() {
    Float64VectorMatmul matmul = new Float64VectorMatmul();
    return (form, x, z, result, from, to, m, n, k, lanes) -> {
      double[] a = ((Float64Buffer) x.buffer()).values();
      double[] b = ((Float64Buffer) z.buffer()).values();
      double[] y = ((Float64Buffer) result.buffer()).values();
      switch (form) {
        case MATMUL -> matmul.nn(a, b, y, from, to, n, k, lanes);
        case MATMUL_NT -> matmul.nt(a, b, y, from, to, n, k, lanes);
        default -> matmul.tn(a, b, y, from, to, m, n, k, lanes);
      }
    };
  }

  private static Products float32() {
    Float32VectorMatmul matmul = new Float32VectorMatmul();
    return (form, x, z, result, from, to, m, n, k, lanes) -> {
      float[] a = ((Float32Buffer) x.buffer()).values();
      float[] b = ((Float32Buffer) z.buffer()).values();
      float[] y = ((Float32Buffer) result.buffer()).values();
      switch (form) {
        case MATMUL -> matmul.nn(a, b, y, from, to, n, k, lanes);
        case MATMUL_NT -> matmul.nt(a, b, y, from, to, n, k, lanes);
        default -> matmul.tn(a, b, y, from, to, m, n, k, lanes);
      }
    };
  }
}
