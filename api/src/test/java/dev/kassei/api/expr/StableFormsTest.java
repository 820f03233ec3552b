package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableFormsTest {
  private static final Expr X = Expr.input("x", Shape.batch(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log(1 + exp(x))          | softplus(x)",
        "log(exp(x) + 1)          | softplus(x)",
        "log(1 + exp(-x))         | softplus(-x)",
        "log1p(exp(x))            | softplus(x)",
        "log(1 + x^2)             | log1p(x^2)",
        "log(1 - x)               | log1p(-x)",
        "log(sigmoid(x))          | -softplus(-x)",
        "log(1 - sigmoid(x))      | -softplus(-(-x))",
        "exp(x) - 1               | expm1(x)",
        "-1 + exp(x)              | expm1(x)",
        "exp(x) + -1              | expm1(x)",
        "1 - exp(x)               | -expm1(x)",
        "1 / (1 + exp(-x))        | sigmoid(x)",
        "1 / (exp(-x) + 1)        | sigmoid(x)",
        "1 / (1 + exp(x))         | sigmoid(-x)",
        "x / (1 + exp(-x))        | x * sigmoid(x)",
        "exp(x) / (1 + exp(x))    | sigmoid(x)",
        "exp(x) / (exp(x) + 1)    | sigmoid(x)",
        "1 - sigmoid(x)           | sigmoid(-x)",
        "1 + tanh(x)              | sigmoid(x * 2) * 2",
        "1 - tanh(x)              | sigmoid(x * -2) * 2",
        "1 + erf(x)               | erfc(-x)",
        "1 - erf(x)               | erfc(x)",
        "2 + exp(x)               | 2 + exp(x)",
        "exp(x) - 2               | exp(x) - 2",
        "log(2 + exp(x))          | log(2 + exp(x))"
      })
  void replacesWhatOverflowsOrCancels(String written, String built) {
    assertThat(FormulaPrinter.text(parse(written))).isEqualTo(built.replace("-(-x)", "--x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log(1 + exp(x))",
        "1 / (1 + exp(-x))",
        "x / (1 + exp(-x))",
        "exp(x) / (1 + exp(x))",
        "x * tanh(log(1 + exp(x)))",
        "where(x > 0, x, exp(x) - 1)",
        "max(0, x) + min(0, exp(x) - 1)",
        "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
        "0.5 * x * (1 + erf(x / sqrt(2)))",
        "x * clip((x + 3) / 6, 0, 1)",
        "log(sigmoid(x))",
        "x / (1 + abs(x))"
      })
  void textbookFormulasAndTheirDerivativesAreFiniteEverywhere(String formula) {
    Expr y = parse(formula);
    Expr derivative = Gradient.derivative(y, X);
    for (double x : new double[] {-1e4, -1000, -50, -1, -0.0, 0, 1e-300, 1, 50, 1000, 1e4}) {
      assertThat(Interpreter.at(y, x)).as("value at %s", x).isFinite();
      assertThat(Interpreter.at(derivative, x)).as("derivative at %s", x).isFinite();
    }
  }

  @Test
  void stableFormsHaveTheValueOfWhatIsWritten() {
    for (double x : new double[] {-3, -0.5, 0, 0.2, 2}) {
      double e = StrictMath.exp(x);
      assertThat(Interpreter.at(parse("log(1 + exp(x))"), x))
          .isCloseTo(StrictMath.log(1 + e), within(1e-15));
      assertThat(Interpreter.at(parse("exp(x) / (1 + exp(x))"), x))
          .isCloseTo(e / (1 + e), within(1e-15));
      assertThat(Interpreter.at(parse("1 + tanh(x)"), x))
          .isCloseTo(1 + StrictMath.tanh(x), within(1e-15));
      assertThat(Interpreter.at(parse("1 - tanh(x)"), x))
          .isCloseTo(1 - StrictMath.tanh(x), within(1e-15));
      assertThat(Interpreter.at(parse("1 - exp(x)"), x)).isCloseTo(1 - e, within(1e-15));
      assertThat(Interpreter.at(parse("log(sigmoid(x))"), x))
          .isCloseTo(StrictMath.log(e / (1 + e)), within(1e-15));
    }
  }

  private static Expr parse(String formula) {
    return FormulaParser.parse(formula, Map.of("x", X));
  }
}
