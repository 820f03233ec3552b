package dev.kassei.engine.kernel.vector;

import static dev.kassei.engine.kernel.vector.Numbers.same;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What vector kernels make of windows and positions has the bits of the scalar kernels. */
@Tag("vectors")
@Tag("slow")
class WindowKernelsTest {
  private static final int BATCH = 5;
  private static final int[] LANES = {1, 3, 16};
  private static final List<Operation> REDUCTIONS =
      List.of(Operation.INNER_SUM, Operation.INNER_MAX, Operation.INNER_FIRST_MAX);

  /** Images and sequences with windows over them. */
  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    Window five = Window.of(5, 5);
    cases.add(new Case(image(28, 28, 1), five.padded(List.of(2, 2))));
    cases.add(new Case(image(14, 14, 6), five));
    cases.add(new Case(image(6, 7, 17), Window.of(3, 3).padded(List.of(1, 1))));
    cases.add(new Case(image(6, 5, 40), five.padded(List.of(2, 3), List.of(1, 2))));
    cases.add(new Case(image(12, 12, 6), pool(2)));
    cases.add(new Case(image(9, 9, 20), pool(3)));
    cases.add(new Case(image(9, 8, 3), Window.of(3, 2).strided(List.of(2, 3))));
    cases.add(new Case(image(11, 9, 2), Window.of(3, 3).dilated(List.of(2, 3))));
    cases.add(new Case(image(1, 1, 33), Window.of(1, 1)));
    cases.add(new Case(image(33, 40, 2), Window.of(3, 3)));
    cases.add(new Case(new Shape(Rows.BATCH.times(50), 4), Window.of(7).padded(List.of(3))));
    cases.add(new Case(new Shape(Rows.BATCH.times(3, 4, 5), 2), Window.of(2, 2, 2)));
    return cases;
  }

  private static Window pool(int size) {
    List<Integer> both = List.of(size, size);
    return Window.of(both).strided(both).filled(Double.NEGATIVE_INFINITY);
  }

  private static Shape image(int height, int width, int channels) {
    return new Shape(Rows.BATCH.times(height, width), channels);
  }

  @ParameterizedTest
  @EnumSource
  void productsOfWindows(Precision precision) {
    for (Case each : cases()) {
      for (int n : new int[] {1, 6, 8, 16, 20, 33, 64}) {
        Matrix x = each.positions(precision, 1);
        Matrix weights = matrix(precision, Shape.fixed(each.seen().columns(), n), 1);
        Matrix outputs = matrix(precision, new Shape(each.seen().rows(), n), 1);
        check(
            each + " times " + n,
            precision,
            outputs.shape(),
            1,
            (kernels, y) -> kernels.windowed(Operation.MATMUL, each.window, List.of(x, weights), y),
            (share, y) ->
                vector(precision)
                    .windowed(Operation.MATMUL, each.window, List.of(x, weights), y, share)
                    .orElseThrow());
        check(
            each + " transposed times " + n,
            precision,
            weights.shape(),
            1,
            (kernels, y) ->
                kernels.windowed(Operation.MATMUL_TN, each.window, List.of(x, outputs), y),
            (share, y) ->
                vector(precision)
                    .windowed(Operation.MATMUL_TN, each.window, List.of(x, outputs), y, share)
                    .orElseThrow());
        check(
            each + " folded from " + n,
            precision,
            each.positions,
            1,
            (kernels, y) -> kernels.folded(each.window, outputs, weights, y),
            (share, y) ->
                vector(precision).folded(each.window, outputs, weights, y, share).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void reductionsOfWindows(Precision precision) {
    for (Case each : cases()) {
      for (Operation operation : REDUCTIONS) {
        Matrix x = each.positions(precision, 1);
        check(
            operation + " of " + each,
            precision,
            reduced(operation, each.byTap()),
            1,
            (kernels, y) -> kernels.windowed(operation, each.window, List.of(x), y));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void windowsAndTheirAdjointInLanes(Precision precision) {
    for (Case each : cases()) {
      for (int lanes : LANES) {
        Matrix x = each.positions(precision, lanes);
        Matrix seen = matrix(precision, each.seen(), lanes);
        var detail = new Detail.Windows(each.window);
        check(
            each + " in lanes",
            precision,
            each.seen(),
            lanes,
            (kernels, y) -> kernels.step(Operation.WINDOWS, detail, List.of(x), y));
        check(
            each + " folded in lanes",
            precision,
            each.positions,
            lanes,
            (kernels, y) -> kernels.step(Operation.FOLD_WINDOWS, detail, List.of(seen), y));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void operationsOverTheLastAxisInLanes(Precision precision) {
    for (Case each : cases()) {
      for (int lanes : LANES) {
        Matrix x = each.positions(precision, lanes);
        Shape shape = each.positions;
        for (Operation operation : REDUCTIONS) {
          last(operation, precision, x, reduced(operation, shape));
        }
        Rows outer = shape.rows().outer().times(shape.columns());
        last(Operation.TRANSPOSED, precision, x, new Shape(outer, shape.rows().inner()));
        Rows repeated = shape.rows().times(4);
        last(Operation.REPEAT_INNER, precision, x, new Shape(repeated, shape.columns()));
      }
    }
  }

  private static void last(Operation operation, Precision precision, Matrix x, Shape result) {
    check(
        operation + " of " + x.shape(),
        precision,
        result,
        x.lanes(),
        (kernels, y) -> kernels.step(operation, Detail.NONE, List.of(x), y));
  }

  private static Shape reduced(Operation operation, Shape shape) {
    return operation == Operation.INNER_FIRST_MAX
        ? shape
        : new Shape(shape.rows().outer(), shape.columns());
  }

  private static void check(
      String what,
      Precision precision,
      Shape result,
      int lanes,
      BiFunction<Kernels, Matrix, Step> step) {
    Matrix expected = matrix(precision, result, lanes);
    Matrix actual = matrix(precision, result, lanes);
    step.apply(Kernels.scalar(precision), expected).run(BATCH);
    step.apply(vector(precision), actual).run(BATCH);
    assertSame(what + ", " + precision + ", " + lanes, expected, actual);
  }

  private static void check(
      String what,
      Precision precision,
      Shape result,
      int lanes,
      BiFunction<Kernels, Matrix, Step> step,
      BiFunction<Share, Matrix, Step> share) {
    check(what, precision, result, lanes, step);
    Matrix expected = matrix(precision, result, lanes);
    Matrix actual = matrix(precision, result, lanes);
    step.apply(Kernels.scalar(precision), expected).run(BATCH);
    share.apply(new Share(1, 2), actual).run(BATCH);
    share.apply(new Share(0, 2), actual).run(BATCH);
    assertSame(what + ", " + precision + ", shared", expected, actual);
  }

  private static void assertSame(String what, Matrix expected, Matrix actual) {
    for (int i = 0; i < expected.size(BATCH); i++) {
      double number = actual.buffer().get(i);
      if (!same(number, expected.buffer().get(i))) {
        assertThat(number).as("%s, number %s", what, i).isEqualTo(expected.buffer().get(i));
      }
    }
  }

  /** Numbers of which some are special, once in a hundred rows. */
  private static Matrix matrix(Precision precision, Shape shape, int lanes) {
    int rows = shape.rows().actual(BATCH);
    Numbers numbers = new Numbers(precision);
    Matrix matrix = numbers.matrix(rows, shape.columns(), lanes);
    if (rows > 100) {
      Matrix special = numbers.special(rows / 100, shape.columns(), lanes);
      for (int i = 0; i < special.size(1); i++) {
        matrix.buffer().set(i, special.buffer().get(i));
      }
    }
    return new Matrix(matrix.buffer(), shape, lanes);
  }

  private static Kernels vector(Precision precision) {
    return Kernels.vector(precision).orElseThrow();
  }

  private record Case(Shape positions, Window window) {
    Shape seen() {
      Rows rows = new Rows(true, window.places(positions.rows().sizes()));
      return new Shape(rows, window.taps() * positions.columns());
    }

    Shape byTap() {
      return new Shape(seen().rows().times(window.taps()), positions.columns());
    }

    Matrix positions(Precision precision, int lanes) {
      return matrix(precision, positions, lanes);
    }
  }
}
