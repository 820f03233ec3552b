package dev.kassei.engine.analysis;

import static dev.kassei.engine.analysis.GaussianMomentsTest.formula;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {
  private static Properties of(String formula) {
    return Properties.of(formula(formula)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh(x)                      | -1        | 1",
        "sigmoid(x)                   | 0         | 1",
        "atan(x)                      | -1.5707963267948966 | 1.5707963267948966",
        "x / (1 + abs(x))             | -1        | 1",
        "max(x, 0)                    | 0         | Infinity",
        "clip(x, 0, 6)                | 0         | 6",
        "x * sigmoid(x)               | -0.2784645427610738 | Infinity",
        "max(x, 0) + expm1(min(x, 0)) | -1        | Infinity",
        "exp(-x^2)                    | 0         | 1",
        "sin(x)                       | -1        | 1",
        "x * sin(x)                   | -Infinity | Infinity",
        "log(1 + abs(x))              | 0         | Infinity",
        "-x^2                         | -Infinity | 0",
        "7 + 0 * x                    | 7         | 7",
        "(x > 0) - (x < 0)            | -1        | 1"
      })
  void bounds(String formula, double low, double high) {
    Properties properties = of(formula);
    assertThat(properties.low()).isCloseTo(low, within(1e-15));
    assertThat(properties.high()).isCloseTo(high, within(1e-15));
    assertThat(properties.isBounded()).isEqualTo(Double.isFinite(low) && Double.isFinite(high));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh(x)                        | 1",
        "sigmoid(x)                     | 0.25",
        "0.5 * x * erfc(-x / sqrt(2))   | 1.128904145185155",
        "x * sigmoid(x)                 | 1.0998393201288776",
        "where(x > 0, x, 3 * x)         | 3",
        "where(x > 0, x, 2 * expm1(x))  | 2",
        "x + sin(x)^2                   | 2",
        "x^3                            | Infinity",
        "exp(x)                         | Infinity",
        "x * sin(x)                     | Infinity",
        "sqrt(abs(x))                   | Infinity",
        "where(abs(x) > 0.5, x, 0 * x)  | Infinity"
      })
  void lipschitzConstants(String formula, double constant) {
    assertThat(of(formula).lipschitz()).isCloseTo(constant, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max(x, 0)",
        "tanh(x)",
        "x + sin(x)^2",
        "-x",
        "exp(-x)",
        "x^3",
        "sigmoid(x)",
        "0 * x",
        "where(abs(x) > 0.5, x, 0 * x)",
        "clip(x, -1, 1)",
        "x - tanh(x)"
      })
  void monotone(String formula) {
    assertThat(of(formula).isMonotone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x * sigmoid(x)", "abs(x)", "sin(x)", "x + sin(100 * x) / 50", "x^2", "exp(-x^2)"})
  void notMonotone(String formula) {
    assertThat(of(formula).isMonotone()).isFalse();
  }

  @Test
  void symmetry() {
    assertThat(of("tanh(x)").isOdd()).isTrue();
    assertThat(of("x - tanh(x)").isOdd()).isTrue();
    assertThat(of("x^3").isOdd()).isTrue();
    assertThat(of("x * tanh(x)").isOdd()).isFalse();
    assertThat(of("x * tanh(x)").isEven()).isTrue();
    assertThat(of("abs(x)").isEven()).isTrue();
    assertThat(of("max(x, 0)").isEven()).isFalse();
    assertThat(of("max(x, 0)").isOdd()).isFalse();
  }

  @Test
  void valueAtZero() {
    assertThat(of("sigmoid(x)").atZero()).isEqualTo(0.5);
    assertThat(of("sigmoid(x)").isZeroAtZero()).isFalse();
    assertThat(of("-x").atZero()).isEqualTo(0.0);
    assertThat(of("x * sigmoid(x)").isZeroAtZero()).isTrue();
  }

  @Test
  void kinksAreWhereTheDerivativeJumps() {
    assertThat(of("max(x, 0)").kinks()).containsExactly(0.0);
    assertThat(of("clip((x + 3) / 6, 0, 1)").kinks()).containsExactly(-3.0, 3.0);
    assertThat(of("x * clip(x + 3, 0, 6) / 6").kinks()).containsExactly(-3.0, 3.0);
    assertThat(of("clip(0.2 * x + 0.5, 0, 1)").kinks()).containsExactly(-2.5, 2.5);
    assertThat(of("sign(x) * max(abs(x) - 0.1, 0)").kinks()).containsExactly(-0.1, 0.1);
    assertThat(of("sqrt(abs(x))").kinks()).containsExactly(0.0);
    assertThat(of("sqrt(x^2)").kinks()).containsExactly(0.0);
    assertThat(of("abs(max(x, 1) - 3)").kinks()).containsExactly(1.0, 3.0);
    assertThat(of("max(x, 0)").jumps()).isEmpty();
    assertThat(of("max(x, 0)").isSmooth()).isFalse();
  }

  @Test
  void jumpsAreWhereTheValueDoes() {
    Properties shrink = of("where(abs(x) > 0.5, x, 0 * x)");
    assertThat(shrink.jumps()).containsExactly(-0.5, 0.5);
    assertThat(shrink.kinks()).isEmpty();
    assertThat(of("x >= 0").jumps()).containsExactly(0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max(x, 0) + expm1(min(x, 0))",
        "x * sigmoid(x)",
        "max(x, 0)^2",
        "x / (1 + abs(x))",
        "x * abs(x)",
        "where(1000 * x > 40, x, softplus(1000 * x) / 1000)",
        "sqrt(x^2 + 1e-4)"
      })
  void choicesThatJoinSmoothlyAreNoKinks(String formula) {
    assertThat(of(formula).isSmooth()).isTrue();
  }

  @Test
  void parametersHaveTheirFirstValues() {
    Activation trained =
        x ->
            x.max(0)
                .plus(x.min(0).times(x.parameter("a", Shape.SCALAR, (fans, draws, index) -> 0.25)));
    assertThat(Properties.of(trained).orElseThrow().moments().meanSquare())
        .isCloseTo((1 + 0.0625) / 2, within(1e-13));
  }

  @Test
  void inferenceCounts() {
    Activation noisy = x -> x.plus(x.uniform("u", -1, 1)).byMode(x.times(2));
    assertThat(Properties.of(noisy).orElseThrow().lipschitz()).isEqualTo(2);
  }

  @Test
  void functionsOfRowsHaveNone() {
    assertThat(Properties.of(formula("x - row_max(x)"))).isEmpty();
    assertThat(Properties.of(x -> x.columns(0, x.width() / 2))).isEmpty();
  }
}
