package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The derivatives where a function has none: one rule for each, the same everywhere. */
class KinksTest {
  private static final Expr X = Expr.input("x", Shape.batch(1));

  @Test
  void reluHasDerivativeZeroAtZero() {
    assertThat(derivative(x -> x.max(0), 0)).isZero();
    assertThat(derivative(x -> x.max(0), Double.MIN_VALUE)).isOne();
  }

  @Test
  void maxAtTieSendsTheGradientToTheSecondOperand() {
    assertThat(derivative(x -> x.max(1), 1)).isZero();
    assertThat(derivative(x -> Expr.constant(1).max(x), 1)).isOne();
  }

  @Test
  void minAtTieSendsTheGradientToTheFirstOperand() {
    assertThat(derivative(x -> x.min(1), 1)).isOne();
    assertThat(derivative(x -> Expr.constant(1).min(x), 1)).isZero();
  }

  @Test
  void positiveAndNegativePartHaveDerivativeOneTogether() {
    for (double x : new double[] {-1e4, -1, -0.0, 0, 1e-300, 1, 1e4}) {
      assertThat(derivative(y -> y.max(0).plus(y.min(0)), x)).as("at %s", x).isOne();
    }
  }

  @Test
  void eluHasDerivativeAlphaAtZero() {
    for (double alpha : new double[] {0.5, 1, 1.6732632423543772}) {
      UnaryOperator<Expr> elu = x -> x.max(0).plus(x.min(0).expm1().times(alpha));
      assertThat(derivative(elu, 0)).isEqualTo(alpha);
    }
  }

  @Test
  void leakyReluHasItsSlopeAtZero() {
    assertThat(derivative(x -> x.max(0).plus(x.min(0).times(0.01)), 0)).isEqualTo(0.01);
  }

  @Test
  void clipHasDerivativeZeroAtBothEnds() {
    for (double end : new double[] {-1, 1}) {
      assertThat(derivative(x -> x.clip(-1, 1), end)).isZero();
    }
    assertThat(derivative(x -> x.clip(-1, 1), 0.999)).isOne();
  }

  @Test
  void clipSendsTheGradientToTheEndThatItReturns() {
    assertThat(clipGradients(-3)).containsExactly(0, 1, 0);
    assertThat(clipGradients(-1)).containsExactly(0, 1, 0);
    assertThat(clipGradients(0)).containsExactly(1, 0, 0);
    assertThat(clipGradients(1)).containsExactly(0, 0, 1);
    assertThat(clipGradients(3)).containsExactly(0, 0, 1);
  }

  @Test
  void absHasDerivativeZeroAtZero() {
    assertThat(derivative(Expr::abs, 0)).isZero();
    assertThat(derivative(Expr::abs, -0.0)).isZero();
    assertThat(derivative(Expr::abs, -2)).isEqualTo(-1);
  }

  @Test
  void rowMaxSendsTheGradientToTheFirstMaximum() {
    Expr x = Expr.input("x", Shape.batch(4));
    Expr gradient = Gradient.derivative(x.rowMax(), x);
    assertThat(new Interpreter(1, Mode.INFERENCE).with("x", 1, 3, 3, 2).value(gradient))
        .containsExactly(0, 1, 0, 0);
  }

  @Test
  void maxoutOfEqualInputsGetsTheGradientOnce() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr maxout = x.columns(0, 1).max(x.columns(1, 2));
    assertThat(new Interpreter(1, Mode.INFERENCE).with("x", 5, 5).value(gradient(maxout, x)))
        .containsExactly(0, 1);
  }

  @Test
  void comparisonsAreStrictAsWritten() {
    assertThat(value(x -> x.greaterThan(0), 0)).isZero();
    assertThat(value(x -> x.atLeast(Expr.constant(0)), 0)).isOne();
    assertThat(value(x -> x.lessThan(0), 0)).isZero();
    assertThat(value(x -> x.atMost(Expr.constant(0)), 0)).isOne();
    assertThat(value(x -> x.equalTo(Expr.constant(0)), -0.0)).isOne();
  }

  @Test
  void conditionsHaveNoGradient() {
    assertThat(derivative(x -> x.greaterThan(0), 0.5)).isZero();
    assertThat(derivative(x -> Expr.where(x, Expr.constant(2), Expr.constant(3)), 0.5)).isZero();
  }

  @Test
  void detachedStopsTheGradient() {
    assertThat(derivative(x -> x.detached().times(x), 3)).isEqualTo(3);
  }

  @Test
  void softmaxWithDetachedMaximumHasTheGradientWithout() {
    Expr x = Expr.input("x", Shape.batch(3));
    Expr detached = softmaxOfFirst(x, x.rowMax().detached());
    Expr attached = softmaxOfFirst(x, x.rowMax());
    var interpreter = new Interpreter(1, Mode.INFERENCE).with("x", 0.3, 1.2, -2);
    assertThat(interpreter.value(gradient(detached, x)))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(interpreter.value(gradient(attached, x)));
  }

  private static Expr softmaxOfFirst(Expr x, Expr shift) {
    Expr exponentials = x.minus(shift).exp();
    return exponentials.over(exponentials.rowSum()).columns(0, 1);
  }

  private static Expr gradient(Expr y, Expr x) {
    return Gradient.of(y, Expr.constant(1), List.of(x), Mode.INFERENCE).get(0);
  }

  private static double[] clipGradients(double x) {
    Expr low = X.parameter("low", Shape.SCALAR, (fans, draws, index) -> 0);
    Expr high = X.parameter("high", Shape.SCALAR, (fans, draws, index) -> 0);
    List<Expr> leaves = List.of(X, low, high);
    var interpreter =
        new Interpreter(1, Mode.INFERENCE).with("x", x).with("low", -1).with("high", 1);
    return Gradient.of(X.clip(low, high), Expr.constant(1), leaves, Mode.INFERENCE).stream()
        .mapToDouble(formula -> interpreter.value(formula)[0])
        .toArray();
  }

  private static double value(UnaryOperator<Expr> function, double x) {
    return Interpreter.at(function.apply(X), x);
  }

  private static double derivative(UnaryOperator<Expr> function, double x) {
    return Interpreter.at(Gradient.derivative(function.apply(X), X), x);
  }
}
