package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Initializer;
import java.util.LinkedHashMap;
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
    Shape pixels = new Shape(new Rows(true, 3), 1);
    assertThat(X.reshape(pixels).shape().toString()).isEqualTo("batch·3 × 1");
    assertThat(X.reshape(pixels).rowCount()).hasToString("rows * 3");
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
    wrong.put("a power must be within ±64 but was 65", () -> X.power(65));
    wrong.put("a number of columns must be positive but was 0", () -> Shape.batch(0));
    wrong.put("a number of rows must be positive but was 0", () -> Shape.fixed(0, 1));
    return wrong;
  }
}
