package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Initializer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaPrinterTest {
  private static final Initializer ZEROS = (fans, draws, index) -> 0;
  private static final Expr X = Expr.input("x", Shape.batch(4));
  private static final Expr Y = Expr.input("y", Shape.batch(4));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x * tanh(softplus(x))",
        "(x + y) * x",
        "x + y * x",
        "x - (y - x)",
        "x - y - x",
        "x / (y / x)",
        "x / y / x",
        "x * (y / x)",
        "-x^2",
        "(-x)^2",
        "(x + y)^3",
        "-(x + y)",
        "-x * y",
        "-(x * y)",
        "x * -y",
        "x - -2",
        "-(2) * x",
        "--x",
        "x^64",
        "1 / x^2",
        "(x > y) * x",
        "(x > y) > (y > x)",
        "x >= y",
        "x == y",
        "where(x > 0, x, expm1(x))",
        "clip(x, 0, 1)",
        "max(x, 0) + min(y, 0)",
        "exp(x - detached(row_max(x))) / row_sum(exp(x))",
        "columns(x, 0, 2) * sigmoid(columns(x, 2, 4))",
        "concat(x, y, x)",
        "pad(x, 1, 8)",
        "matmul_tn(x, y)",
        "reshape(x, rows * 2, 2)",
        "reshape(x, rows * 2 * 2, 1)",
        "inner_sum(repeat_inner(x, 3))",
        "windows(reshape(x, rows * 4, 1), -Infinity, 2, 1, 0, 1, 1)",
        "windows(reshape(x, rows * 2 * 2, 1), 0.5, 2, 1, 1, 0, 1, 1, 2, 0, 1, 3)",
        "fold_windows(reshape(x, rows * 2, 2), rows * 3, 2, 1, 0, 0, 1)",
        "transposed(inner_matmul_nt(reshape(x, rows * 2, 2), reshape(y, rows * 2, 2)))",
        "broadcast(1, rows, 4)",
        "gather(reshape(column_index(4), 4, 1), columns(x, 0, 1))",
        "scatter_add(x, columns(y, 0, 1), 7)",
        "by_mode(x, x * 0.5)",
        "sum(x) / (rows * 4)",
        "0.9^rows",
        "power(0.9, 2)",
        "power(rows, 1.5)",
        "2^rows^rows",
        "(2^rows)^rows",
        "x * Infinity + NaN - -Infinity",
        "x * 1e-7 + 1e16 + 0.044715",
        "atan(x) + erf(x) + erfc(x) + sigmoid_derivative(x) + sign(x) + abs(x) + sqrt(y)"
      })
  void writesAsFewParenthesesAsReadTheSame(String text) {
    Expr formula = FormulaParser.parse(text, Map.of("x", X, "y", Y));
    assertThat(FormulaPrinter.text(formula)).isEqualTo(text);
  }

  @Test
  void leavesHaveTheirNames() {
    Expr layer = X.at("hidden.0");
    Expr y =
        X.times(layer.parameter("slope", Shape.SCALAR, ZEROS))
            .plus(layer.state("mean", Shape.SCALAR, 0))
            .plus(layer.uniform("noise", 0, 1))
            .times(Expr.rate())
            .over(Expr.stepNumber());
    assertThat(FormulaPrinter.text(y))
        .isEqualTo("(x * hidden.0.slope + hidden.0.mean + hidden.0.noise) * learning_rate / step");
    assertThat(FormulaPrinter.text(y, name -> name.substring(name.lastIndexOf('.') + 1)))
        .isEqualTo("(x * slope + mean + noise) * learning_rate / step");
  }

  @Test
  void marksAreNotWritten() {
    Expr state = X.state("mean", Shape.SCALAR, 0);
    Expr y = X.through("layer", Expr::exp).at("other").updating(state, X.mean()).times(Y);
    assertThat(FormulaPrinter.text(y)).isEqualTo("exp(x) * y");
  }

  @Test
  void rowFunctionsAreNamed() {
    RowFunction none =
        new RowFunction() {
          @Override
          public void value(double[] x, double[] y) {}

          @Override
          public void gradient(double[] x, double[] y, double[] dy, double[] dx) {}
        };
    assertThat(FormulaPrinter.text(X.rowFunction(none, 4))).isEqualTo("row_function(x)");
  }

  @Test
  void sharedPartsOfShortFormulasAreRepeated() {
    Expr shared = X.plus(Y).exp();
    assertThat(FormulaPrinter.text(shared.over(shared.rowSum())))
        .isEqualTo("exp(x + y) / row_sum(exp(x + y))");
  }

  @Test
  void sharedPartsOfLongFormulasAreDefined() {
    Expr t = X.plus(Y).exp();
    for (int i = 0; i < 4; i++) {
      t = t.times(t.sin());
    }
    assertThat(FormulaPrinter.text(t))
        .isEqualTo(
            "t1 = exp(x + y); t2 = t1 * sin(t1); t3 = t2 * sin(t2); t4 = t3 * sin(t3);"
                + " t4 * sin(t4)");
  }

  @Test
  void definitionsTakeNoNameOfALeaf() {
    Expr t1 = Expr.input("t1", Shape.batch(4));
    Expr t = t1.plus(Y).exp();
    for (int i = 0; i < 4; i++) {
      t = t.times(t.sin());
    }
    assertThat(FormulaPrinter.text(t)).startsWith("tt1 = exp(t1 + y); t2 = tt1 * sin(tt1); ");
  }

  @Test
  void derivativesAreReadable() {
    assertThat(derivative("x")).isEqualTo("1");
    assertThat(derivative("x^2")).isEqualTo("x * 2");
    assertThat(derivative("x^3")).isEqualTo("x^2 * 3");
    assertThat(derivative("max(x, 0)")).isEqualTo("where(x > 0, 1, 0)");
    assertThat(derivative("where(x > 0, x, 0.01 * x)")).isEqualTo("where(x > 0, 1, 0.01)");
    assertThat(derivative("x * sigmoid(x)")).isEqualTo("sigmoid(x) + x * sigmoid_derivative(x)");
    assertThat(derivative("x / (1 + abs(x))"))
        .isEqualTo("1 / (1 + abs(x)) + -(x / (1 + abs(x)) / (1 + abs(x))) * sign(x)");
  }

  private static String derivative(String text) {
    Expr x = Expr.input("x", Shape.batch(1));
    return FormulaPrinter.text(Gradient.derivative(FormulaParser.parse(text, Map.of("x", x)), x));
  }
}
