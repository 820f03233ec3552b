package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexPrinterTest {
  private static final Expr X = Expr.input("x", Shape.batch(4));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x * tanh(softplus(x)) ~ x \\cdot \\tanh\\left(\\operatorname{softplus}\\left(x\\right)\\right)",
        "x * sigmoid(1.702 * x) ~ x \\cdot \\sigma\\left(1.702 \\cdot x\\right)",
        "x / (1 + abs(x)) ~ \\frac{x}{1 + \\left|x\\right|}",
        "(x + 1)^3 ~ \\left(x + 1\\right)^{3}",
        "-x^2 ~ -x^{2}",
        "exp(x) - 2 ~ e^{x} - 2",
        "2 * (exp(x) - 1) ~ 2 \\cdot \\left(e^{x} - 1\\right)",
        "exp(x)^2 ~ \\left(e^{x}\\right)^{2}",
        "sqrt(2 / pi) ~ \\sqrt{\\frac{2}{3.141592653589793}}",
        "log(1 + x^2) ~ \\log\\left(1 + x^{2}\\right)",
        "max(x, 0) ~ \\max\\left(x, 0\\right)",
        "clip(x, 0, 6) ~ \\operatorname{clip}\\left(x, 0, 6\\right)",
        "where(x > 0, x, alpha * x) ~ \\begin{cases} x & \\text{if } x > 0 \\\\ \\alpha \\cdot x & \\text{otherwise} \\end{cases}",
        "where(x, 1, 2) ~ \\begin{cases} 1 & \\text{if } x \\ne 0 \\\\ 2 & \\text{otherwise} \\end{cases}",
        "x * (x >= 0) ~ x \\cdot \\left[x \\ge 0\\right]",
        "row_sum(x) ~ \\operatorname{row\\_sum}\\left(x\\right)",
        "x - detached(row_max(x)) ~ x - \\operatorname{row\\_max}\\left(x\\right)",
        "atan(x) ~ \\arctan\\left(x\\right)",
        "x * 1e-7 ~ x \\cdot 10^{-7}",
        "x + 1.5e-7 ~ x + 1.5 \\cdot 10^{-7}",
        "x * -2 ~ x \\cdot \\left(-2\\right)",
        "x + Infinity ~ x + \\infty",
        "sum(x) / rows ~ \\frac{\\operatorname{sum}\\left(x\\right)}{\\mathrm{rows}}",
        "columns(x, 0, 2) ~ x_{0 \\dots 2}",
        "0.9^rows ~ 0.9^{\\mathrm{rows}}",
        "my_slope * x ~ \\mathrm{my\\_slope} \\cdot x"
      })
  void followsTheHabitsOfPapers(String text, String latex) {
    Expr formula =
        FormulaParser.parse(
            text,
            Map.of(
                "x", X,
                "alpha", X.parameter("alpha", Shape.SCALAR, (fans, draws, index) -> 0),
                "my_slope", X.parameter("my_slope", Shape.SCALAR, (fans, draws, index) -> 0)));
    assertThat(LatexPrinter.latex(formula)).isEqualTo(latex);
  }

  @Test
  void rateAndStepHaveTheirLetters() {
    assertThat(LatexPrinter.latex(Expr.rate().over(Expr.stepNumber())))
        .isEqualTo("\\frac{\\eta}{t}");
  }

  @Test
  void namesCanBeShortened() {
    Expr slope = X.at("hidden.0").parameter("beta", Shape.SCALAR, (fans, draws, index) -> 0);
    assertThat(LatexPrinter.latex(slope, name -> name.substring(name.lastIndexOf('.') + 1)))
        .isEqualTo("\\beta");
  }

  @Test
  void sharedPartsOfLongFormulasAreDefined() {
    Expr t = X.exp().plus(X.sin());
    for (int i = 0; i < 8; i++) {
      t = t.times(t.sin());
    }
    assertThat(LatexPrinter.latex(t))
        .startsWith("t_{1} = e^{x} + \\sin\\left(x\\right),\\quad t_{2} = t_{1} \\cdot ");
  }
}
