package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final Expr X = Expr.input("x", Shape.batch(3));

  private static double[] at(Expr formula, double... x) {
    return new Interpreter(1, Mode.TRAINING).with("x", x).value(formula);
  }

  @Test
  void softmaxOfEqualLogitsIsUniform() {
    assertThat(at(X.softmax(), 7, 7, 7)).containsOnly(1.0 / 3);
  }

  @Test
  void largeLogitsDoNotOverflow() {
    assertThat(at(X.softmax(), 1e4, -1e4, 1e4)).containsExactly(0.5, 0, 0.5);
  }

  @Test
  void theGradientIsThatOfDifferences() {
    Expr y = X.softmax().times(Expr.columnIndex(3).plus(1)).sum();
    double[] gradient =
        at(Gradient.of(y, Expr.constant(1), List.of(X), Mode.TRAINING).get(0), 1, -0.5, 0.25);
    double step = 1e-6;
    for (int i = 0; i < 3; i++) {
      double[] above = {1, -0.5, 0.25};
      double[] below = above.clone();
      above[i] += step;
      below[i] -= step;
      assertThat(gradient[i])
          .isCloseTo((at(y, above)[0] - at(y, below)[0]) / (2 * step), within(1e-9));
    }
    assertThat(Arrays.stream(gradient).sum()).isCloseTo(0, within(1e-15));
  }

  @Test
  void formulasCallItByItsName() {
    Expr parsed = FormulaParser.parse("softmax(x)", Map.of("x", X));
    assertThat(FormulaPrinter.text(parsed))
        .isEqualTo(FormulaPrinter.text(X.softmax()))
        .isEqualTo("exp(x - row_max(x)) / row_sum(exp(x - row_max(x)))");
  }
}
