package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Initializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shapes are known, and wrong ones refused, while a formula is built. */
class ShapesTest {
  private static final Initializer ZEROS = (fans, draws, index) -> 0;
  private static final Expr X = Expr.input("x", Shape.batch(3));
  private static final Expr NARROW = Expr.input("narrow", Shape.batch(2));
  private static final Expr W = X.weights("w", 3, 5, ZEROS);
  private static final Expr INDEX = Expr.input("index", Shape.batch(1));

  @Test
  void pointwiseFunctionsRepeatSingleRowsAndColumns() {
    Expr row = X.parameter("row", Shape.fixed(1, 3), ZEROS);
    assertThat(INDEX.plus(row).shape()).isEqualTo(Shape.batch(3));
    assertThat(row.plus(1).shape()).isEqualTo(Shape.fixed(1, 3));
  }

  @Test
  void productsHaveRowsOfTheFirstAndColumnsOfTheSecond() {
    assertThat(X.matmul(W).shape()).isEqualTo(Shape.batch(5));
    assertThat(X.matmul(W).matmulTransposed(W).shape()).isEqualTo(Shape.batch(3));
    assertThat(X.transposedMatmul(NARROW).shape()).isEqualTo(Shape.fixed(3, 2));
  }

  @Test
  void reshapeKeepsTheNumberOfElements() {
    Shape pixels = new Shape(Rows.BATCH.times(3), 1);
    assertThat(X.reshape(pixels).shape().toString()).isEqualTo("batch·3 × 1");
    assertThat(X.reshape(pixels).rowCount()).hasToString("rows * 3");
  }

  @Test
  void windowsHaveARowForEachPlaceAndTheColumnsOfEachTap() {
    Expr image = Expr.input("image", new Shape(Rows.BATCH.times(28, 27), 3));
    Window window = Window.of(5, 5).strided(List.of(2, 1)).padded(List.of(2, 0), List.of(1, 0));

    Expr seen = image.windows(window);

    assertThat(seen.shape()).hasToString("batch·14·23 × 75");
    assertThat(seen.foldWindows(window, image.shape().rows()).shape()).isEqualTo(image.shape());
  }

  @Test
  void channelsOfAFlattenedImageAreOneAfterTheOther() {
    Expr image = Expr.input("image", new Shape(Rows.BATCH.times(2, 2), 2));

    assertThat(
            new Interpreter(1, Mode.INFERENCE)
                .with("image", 1, 10, 2, 20, 3, 30, 4, 40)
                .value(image.flattened()))
        .containsExactly(1, 2, 3, 4, 10, 20, 30, 40);
    assertThat(image.flattened().shape()).isEqualTo(Shape.batch(8));
  }

  @Test
  void weightsOfWindowsHaveTheFansOfPyTorch() {
    Expr weights = X.weights("conv", Window.of(5, 5), 6, 16, ZEROS);

    var declaration = (Detail.Parameter) weights.detail();
    assertThat(weights.shape()).isEqualTo(Shape.fixed(150, 16));
    assertThat(declaration.fans(weights.shape()))
        .isEqualTo(new InitialValues.Fans(6 * 25, 16 * 25));
  }

  @Test
  void fixedRowsHaveNoAxesOfOnePositionBeforeTheirOthers() {
    assertThat(Rows.ONE.times(1, 4)).isEqualTo(Rows.fixed(4));
    assertThat(Rows.fixed(1).outer()).isEqualTo(Rows.ONE);
    assertThat(Rows.BATCH.times(1, 4).count()).isEqualTo(4);
  }

  @Test
  void classNumbersBecomeOneHotRows() {
    Expr hot = INDEX.oneHot(3);
    assertThat(new Interpreter(2, Mode.INFERENCE).with("index", 2, 0).value(hot))
        .containsExactly(0, 0, 1, 1, 0, 0);
  }

  @TestFactory
  Stream<DynamicTest> wrongShapesAreRefused() {
    return wrong().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThatIllegalArgumentException()
                            .isThrownBy(entry.getValue()::get)
                            .withMessage(entry.getKey())));
  }

  private static Map<String, Supplier<Object>> wrong() {
    var wrong = new LinkedHashMap<String, Supplier<Object>>();
    wrong.put(
        "formula: add of batch × 3 and batch × 2: single rows and columns repeat, others must be"
            + " equal",
        () -> X.plus(NARROW));
    wrong.put(
        "hidden.0: multiply of batch × 3 and batch × 2: single rows and columns repeat, others must"
            + " be equal",
        () -> Expr.constant(2).times(X.at("hidden.0")).times(NARROW));
    wrong.put(
        "formula: where of batch × 3 and batch × 2: single rows and columns repeat, others must be"
            + " equal",
        () -> Expr.where(INDEX, X, NARROW));
    wrong.put("formula: cannot multiply batch × 2 by 3 × 5", () -> NARROW.matmul(W));
    wrong.put(
        "formula: cannot multiply batch × 3 by the transpose of 3 × 5",
        () -> X.matmulTransposed(W));
    wrong.put(
        "formula: cannot multiply the transpose of batch × 3 by 3 × 5",
        () -> X.transposedMatmul(W));
    wrong.put("glu: columns 0 to 4 are not within the width 3", () -> X.at("glu").columns(0, 4));
    wrong.put("formula: columns 2 to 2 are not within the width 3", () -> X.columns(2, 2));
    wrong.put("formula: 3 columns from 1 on are not within the width 3", () -> X.pad(1, 3));
    wrong.put("formula: cannot put 3 × 5 beside batch × 3", () -> X.concat(W));
    wrong.put(
        "formula: batch × 4 does not hold as many numbers as batch × 3",
        () -> X.reshape(Shape.batch(4)));
    wrong.put(
        "formula: 3 × 1 does not hold as many numbers as batch × 3",
        () -> X.reshape(Shape.fixed(3, 1)));
    wrong.put("formula: rows of batch × 3 cannot be chosen by batch × 1", () -> X.gather(INDEX));
    wrong.put("formula: rows of 3 × 5 cannot be chosen by batch × 3", () -> W.gather(X));
    wrong.put(
        "formula: rows of batch × 3 cannot be added at batch × 2", () -> X.scatterAdd(NARROW, 4));
    wrong.put(
        "formula: batch × 3 cannot be repeated to batch × 2", () -> X.broadcast(NARROW.shape()));
    wrong.put("formula: one column of class numbers expected, not batch × 3", () -> X.oneHot(3));
    wrong.put(
        "formula: the shapes for training and inference differ: batch × 3 and batch × 2",
        () -> X.byMode(NARROW));
    wrong.put("only a state can be updated, not narrow", () -> X.updating(NARROW, X));
    wrong.put(
        "formula: the state is 1 × 1 but its next value is batch × 3",
        () -> X.updating(X.state("mean", Shape.SCALAR, 0), X));
    wrong.put("the state 'mean' cannot have a row for each batch row", () -> X.state("mean", 0));
    wrong.put(
        "a name consists of letters, digits, underscores and dots but was 'a b'",
        () -> X.parameter("a b", Shape.SCALAR, ZEROS));
    wrongPositions(wrong);
    wrong.put("a power must be within ±64 but was 65", () -> X.power(65));
    wrong.put("a number of columns must be positive but was 0", () -> Shape.batch(0));
    wrong.put("a number of rows must be positive but was 0", () -> Shape.fixed(0, 1));
    return wrong;
  }

  private static void wrongPositions(Map<String, Supplier<Object>> wrong) {
    Expr image = Expr.input("image", new Shape(Rows.BATCH.times(3, 3), 2));
    Expr places = image.windows(Window.of(2, 2));
    wrong.put(
        "formula: a window of 4 × 2 does not fit into 3 × 3 positions with padding 0 and 0",
        () -> image.windows(Window.of(4, 2)));
    wrong.put(
        "formula: a window of 2 × 2 does not fit into 1 × 8 positions with padding 0 and 0;"
            + " channels come last: [rows, columns, channels]",
        () -> Expr.input("image", new Shape(Rows.BATCH.times(1, 8), 8)).windows(Window.of(2, 2)));
    wrong.put(
        "formula: a window of 2 × 2, 5 × 3 with its dilation, does not fit into 3 × 3 positions"
            + " with padding 0 and 0",
        () -> image.windows(Window.of(2, 2).dilated(List.of(4, 2))));
    wrong.put(
        "formula: a window of 2 needs positions in one axis but got 3 × 3",
        () -> image.windows(Window.of(2)));
    wrong.put(
        "formula: a window of 2 × 2 needs positions in 2 axes but got none",
        () -> X.windows(Window.of(2, 2)));
    wrong.put(
        "formula: windows over batch·3·3 rows are batch·2·2 × 4 but these are batch·2·2 × 7",
        () -> places.columns(0, 7).foldWindows(Window.of(2, 2), image.shape().rows()));
    wrong.put(
        "formula: positions in at least one axis expected, not batch × 3", () -> X.innerSum());
    wrong.put(
        "formula: no product of batch·3·3 × 2 and batch·2·2 × 8", () -> image.innerMatmul(places));
    wrong.put(
        "formula: no product with the transpose of batch·2·2 × 8 and batch·2·2 × 7",
        () -> places.innerMatmulTransposed(places.columns(1, 8)));
    wrong.put("formula: rows of a batch expected, not 3 × 5", () -> W.flattened());
    wrong.put("stride must be at least 1 but was 0", () -> Window.of(2).strided(List.of(0)));
    wrong.put(
        "padding needs as many numbers as the kernel, 1, but was [1, 1]",
        () -> Window.of(2).padded(List.of(1, 1)));
  }
}
