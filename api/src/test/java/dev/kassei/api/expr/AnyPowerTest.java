package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers and their derivatives by base and exponent are those of PyTorch 2.6's {@code pow}. */
class AnyPowerTest {
  private static final Expr X = Expr.input("x", Shape.batch(1));
  private static final Expr Y = Expr.input("y", Shape.batch(1));

  @ParameterizedTest
  @CsvSource({
    "-2, -1.5, NaN, NaN, NaN",
    "0, -1.5, Infinity, -Infinity, -Infinity",
    "0.5, -1.5, 2.8284271247461903, -8.485281374238571, -1.9605162869370945",
    "2, -1.5, 0.3535533905932738, -0.26516504294495535, 0.2450645358671368",
    "-2, -1, -0.5, -0.25, NaN",
    "0, -1, Infinity, -Infinity, -Infinity",
    "0.5, -1, 2.0, -4.0, -1.3862943611198906",
    "2, -1, 0.5, -0.25, 0.34657359027997264",
    "-2, 0, 1.0, 0.0, NaN",
    "0, 0, 1.0, 0.0, 0.0",
    "0.5, 0, 1.0, 0.0, -0.6931471805599453",
    "2, 0, 1.0, 0.0, 0.6931471805599453",
    "-2, 0.5, NaN, NaN, NaN",
    "0, 0.5, 0.0, Infinity, 0.0",
    "0.5, 0.5, 0.7071067811865476, 0.7071067811865476, -0.4901290717342736",
    "2, 0.5, 1.4142135623730951, 0.3535533905932738, 0.9802581434685472",
    "-2, 1, -2.0, 1.0, NaN",
    "0, 1, 0.0, 1.0, 0.0",
    "0.5, 1, 0.5, 1.0, -0.34657359027997264",
    "2, 1, 2.0, 1.0, 1.3862943611198906",
    "-2, 1.5, NaN, NaN, NaN",
    "0, 1.5, 0.0, 0.0, 0.0",
    "0.5, 1.5, 0.3535533905932738, 1.0606601717798214, -0.2450645358671368",
    "2, 1.5, 2.8284271247461903, 2.121320343559643, 1.9605162869370945",
    "-2, 2, 4.0, -4.0, NaN",
    "0, 2, 0.0, 0.0, 0.0",
    "0.5, 2, 0.25, 1.0, -0.17328679513998632",
    "2, 2, 4.0, 4.0, 2.772588722239781",
    "-2, 3, -8.0, 12.0, NaN",
    "0, 3, 0.0, 0.0, 0.0",
    "0.5, 3, 0.125, 0.75, -0.08664339756999316",
    "2, 3, 8.0, 12.0, 5.545177444479562"
  })
  void valuesAndDerivativesAreThoseOfTorch(
      double base, double exponent, double value, double byBase, double byExponent) {
    Expr constant = X.power(Expr.constant(exponent));
    assertSame(at(constant, base, exponent), value);
    assertSame(at(gradient(constant, X), base, exponent), byBase);
    Expr formula = X.power(Y);
    boolean isWholeOfNegative = base < 0 && !Double.isNaN(value);
    assertSame(at(formula, base, exponent), isWholeOfNegative ? Double.NaN : value);
    assertSame(at(gradient(formula, X), base, exponent), isWholeOfNegative ? Double.NaN : byBase);
    assertSame(at(gradient(formula, Y), base, exponent), byExponent);
  }

  private static Expr gradient(Expr formula, Expr leaf) {
    return Gradient.of(formula, Expr.constant(1), List.of(leaf), Mode.TRAINING).get(0);
  }

  private static double at(Expr formula, double base, double exponent) {
    return new Interpreter(1, Mode.TRAINING).with("x", base).with("y", exponent).value(formula)[0];
  }

  private static void assertSame(double actual, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(actual).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    } else {
      assertThat(actual).isEqualTo(Double.valueOf(expected));
    }
  }

  @Test
  void aPowerThatIsNotTakenSpoilsNothing() {
    Expr powerOfPositivePart = Expr.where(X.greaterThan(0), X.power(Y), Expr.constant(0));
    assertThat(at(powerOfPositivePart, -2, 1.5)).isZero();
    assertThat(at(gradient(powerOfPositivePart, X), -2, 1.5)).isZero();
    assertThat(at(gradient(powerOfPositivePart, Y), -2, 1.5)).isZero();
  }

  @Test
  void powersArePrintedSoThatTheyCanBeReadBack() {
    Map<String, Expr> names = Map.of("x", X, "y", Y);
    for (String text :
        List.of("x^1.5", "x^y", "abs(x)^(y + 1)", "(x + y)^0.75", "power(x, 0.5)", "x^y^x")) {
      Expr power = FormulaParser.parse(text, names);
      assertThat(FormulaPrinter.text(power)).isEqualTo(text);
      assertThat(at(power, 2, 0.25))
          .isEqualTo(at(FormulaParser.parse(FormulaPrinter.text(power), names), 2, 0.25));
    }
    assertThat(FormulaPrinter.text(FormulaParser.parse("power(x, 3)", names))).isEqualTo("x^3");
    assertThat(LatexPrinter.latex(FormulaParser.parse("(x + 1)^y", names)))
        .isEqualTo("\\left(x + 1\\right)^{y}");
  }

  @Test
  void whatOnlyLooksLikeAPowerIsPrintedAsItIs() {
    Map<String, Expr> names = Map.of("x", X, "y", Y);
    for (String text :
        List.of(
            "where(x == 0, 1, exp(log(x) * 1.5))",
            "where(y == 0, 0, exp(log(x) * 1.5))",
            "where(x == 0, 0, exp(log(x) * 0.75))")) {
      assertThat(FormulaPrinter.text(FormulaParser.parse(text, names))).isEqualTo(text);
    }
  }
}
