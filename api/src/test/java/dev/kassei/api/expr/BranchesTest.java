package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch that is not taken never spoils the gradient. */
class BranchesTest {
  private static final Expr X = Expr.input("x", Shape.batch(1));
  private static final Expr ALPHA = X.parameter("alpha", Shape.SCALAR, (fans, draws, i) -> 0.5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where(x > 0, x, exp(x) - 1)                              | 1000 | 1",
        "where(x > 0, x, alpha * (exp(x) - 1))                    | 1000 | 1",
        "max(x, 0) + min(exp(x) - 1, 0)                           | 1000 | 1",
        "max(0, x) + min(0, alpha * (exp(x) - 1))                 | 1000 | 1",
        "clip(exp(x), 0, 10)                                      | 1000 | 0",
        "e = exp(x); where(x > 0, x, e - 1) + where(x > 1, 0, e)  | 1000 | 1",
        "e = exp(x); where(x > 0, x, e) * where(x > 0, 2, e)      | 1000 | 2",
        "where(x > 0, x, where(x > -1, exp(x), exp(exp(x))))      | 1000 | 1",
        "where(x > 0, where(x > 1, 2 * x, exp(1 / x)), exp(1/x))  | 1000 | 2",
        "where(x > 0, log(x), x)                                  | -1   | 1",
        "where(x > 0, log(x), x)                                  | 0    | 1",
        "where(x > 0, sqrt(x), 3 * x)                             | 0    | 3",
        "max(sqrt(x), 1)                                          | 0    | 0",
        "min(1 / x, 5)                                            | 0    | 0",
        "where(x == 0, 1, sin(x) / x)                             | 0    | 0",
        "n = sqrt(row_sum(x^2)); where(n > 0, x / n, x)           | 0    | 1",
        "where(x > 0, x, row_sum(exp(x)))                         | 1000 | 1",
        "where(x > 0, x, row_max(exp(x)))                         | 1000 | 1",
        "where(x > 0, x, columns(concat(exp(x), x), 0, 1))        | 1000 | 1",
        "where(x > 0, x, reshape(exp(x), rows, 1))                | 1000 | 1",
        "where(x > 0, x, by_mode(x, exp(x)))                      | 1000 | 1",
        "max(max(x, exp(x)) * 0, x) + x                           | -1   | 1",
        "c = x > 0; where(c, x^2, 0) + where(c, x^3, 1)           | 2    | 16",
        "c = x > 0; where(c, x^2, 0) + where(c, x^3, 1)           | -2   | 0",
        "c = x > 0; where(c, x^2, 0) + where(c, 1, x^3)           | 2    | 4",
        "c = x > 0; where(c, x^2, 0) + where(c, 1, x^3)           | -2   | 12"
      })
  void isNotSpoiltByBranchesNotTaken(String formula, double x, double derivative) {
    assertThat(derivative(formula, x)).isEqualTo(derivative);
  }

  @Test
  void tapsAndScopesInBranchesChangeNothing() {
    Expr branch = X.through("layer", Expr::exp);
    Expr y = Expr.where(X.greaterThan(0), X, branch.minus(1));
    assertThat(Interpreter.at(Gradient.derivative(y, X), 1000)).isOne();
  }

  @Test
  void statesWrittenInBranchesChangeNothing() {
    Expr state = X.state("mean", Shape.SCALAR, 0);
    Expr branch = X.exp().updating(state, X.columnMean());
    Expr y = Expr.where(X.greaterThan(0), X, branch);
    assertThat(Interpreter.at(Gradient.derivative(y, X), 1000)).isOne();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, 0, 3})
  void slopeCanBeTrained(double x) {
    Expr y = FormulaParser.parse("where(x > 0, x, alpha * x)", Map.of("x", X, "alpha", ALPHA));
    List<Expr> gradients = Gradient.of(y, Expr.constant(1), List.of(X, ALPHA), Mode.TRAINING);
    var interpreter = new Interpreter(1, Mode.TRAINING).with("x", x).with("alpha", 0.25);
    assertThat(interpreter.value(gradients.get(0))).containsExactly(x > 0 ? 1 : 0.25);
    assertThat(interpreter.value(gradients.get(1))).containsExactly(x > 0 ? 0 : x);
  }

  @Test
  void slopeForEachColumnIsSummedOverRowsOfItsBranch() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr slope = x.parameter("slope", Shape.fixed(1, 2), (fans, draws, index) -> 0.25);
    Expr y = Expr.where(x.greaterThan(0), x, x.times(slope));
    Expr gradient = Gradient.of(y, Expr.constant(1), List.of(slope), Mode.TRAINING).get(0);
    var interpreter =
        new Interpreter(3, Mode.TRAINING).with("x", 1, -2, -3, 4, -5, -6).with("slope", 1, 1);
    assertThat(interpreter.value(gradient)).containsExactly(-8, -8);
  }

  @Test
  void exponentialOfColumnSlopeInAnotherBranchStaysOut() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr slope = x.parameter("slope", Shape.fixed(1, 2), (fans, draws, index) -> 0.25);
    Expr y = Expr.where(x.greaterThan(0), x, x.times(slope.exp()));
    Expr gradient = Gradient.of(y, Expr.constant(1), List.of(slope), Mode.TRAINING).get(0);
    var interpreter =
        new Interpreter(2, Mode.TRAINING).with("x", 1, 2, 3, -4).with("slope", 1000, 0);
    assertThat(interpreter.value(gradient)).containsExactly(0, -4);
  }

  @Test
  void secondDerivativeBehindBranchIsRightWhereTheFirstIsZero() {
    Expr y = parse("where(x > -1, (exp(x) - 1)^2, 0)");
    Expr second = Gradient.derivative(Gradient.derivative(y, X), X);
    assertThat(Interpreter.at(second, 0)).isEqualTo(2);
    assertThat(Interpreter.at(second, -1000)).isZero();
  }

  @Test
  void chainOfNestedBranchesGrowsLinearly() {
    long small = gradientSize(nested(200));
    long large = gradientSize(nested(400));
    assertThat(small).isLessThan(200 * 20);
    assertThat(large).isLessThan(2 * small + 10);
    assertThat(Interpreter.at(Gradient.derivative(nested(200), X), 199.5)).isEqualTo(200);
    assertThat(Interpreter.at(Gradient.derivative(nested(200), X), 1e4)).isEqualTo(200);
    assertThat(Interpreter.at(Gradient.derivative(nested(200), X), 7.5)).isEqualTo(8);
  }

  @Test
  void chainOfNestedBranchesThatAreUsedOutsideGrowsLinearly() {
    long small = gradientSize(summed(200));
    long large = gradientSize(summed(400));
    assertThat(large).isLessThan(2 * small + 10);
  }

  @Test
  void residualChainGrowsLinearly() {
    long small = gradientSize(residual(50));
    long large = gradientSize(residual(100));
    assertThat(large).isLessThan(2 * small + 10);
  }

  /** x·k between k − 1 and k, the exponential of it below. */
  private static Expr nested(int depth) {
    Expr y = X.exp();
    for (int k = 1; k <= depth; k++) {
      y = Expr.where(X.greaterThan(k - 1), X.times(k), y);
    }
    return y;
  }

  private static Expr summed(int depth) {
    Expr y = X;
    Expr sum = X;
    for (int k = 1; k <= depth; k++) {
      y = Expr.where(y.greaterThan(k), y.times(1.01), y.exp());
      sum = sum.plus(y);
    }
    return sum;
  }

  private static Expr residual(int depth) {
    Expr x = Expr.input("x", Shape.batch(4));
    Expr y = x;
    for (int k = 0; k < depth; k++) {
      Expr weights = x.weights("w" + k, 4, 4, (fans, draws, index) -> 0);
      Expr scale = x.parameter("s" + k, Shape.fixed(1, 4), (fans, draws, index) -> 1);
      Expr z = y.plus(y.matmul(weights).times(scale));
      y = Expr.where(z.greaterThan(0), z, z.times(0.01));
    }
    return y;
  }

  private static long gradientSize(Expr y) {
    List<Expr> leaves =
        Traversal.operandsFirst(List.of(y)).stream()
            .filter(node -> node.name().isPresent())
            .toList();
    return Traversal.operandsFirst(Gradient.of(y, Expr.constant(1), leaves, Mode.TRAINING)).size();
  }

  private static double derivative(String formula, double x) {
    return new Interpreter(1, Mode.INFERENCE)
        .with("x", x)
        .with("alpha", 0.5)
        .value(Gradient.derivative(parse(formula), X))[0];
  }

  private static Expr parse(String formula) {
    return FormulaParser.parse(formula, Map.of("x", X, "alpha", ALPHA));
  }
}
