package dev.kassei.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.FormulaParser;
import dev.kassei.engine.kernel.Float64Functions;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GaussianMomentsTest {
  private static final double TOLERANCE = 2e-12;

  private static final Map<String, String> FORMULAS =
      Map.ofEntries(
          Map.entry("sigmoid", "sigmoid(x)"),
          Map.entry("tanh", "tanh(x)"),
          Map.entry("softplus", "softplus(x)"),
          Map.entry("log_sigmoid", "-softplus(-x)"),
          Map.entry("softsign", "x / (1 + abs(x))"),
          Map.entry("silu", "x * sigmoid(x)"),
          Map.entry("mish", "x * tanh(softplus(x))"),
          Map.entry("gelu", "0.5 * x * erfc(-x / sqrt(2))"),
          Map.entry("gelu_tanh", "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))"),
          Map.entry("quick_gelu", "x * sigmoid(1.702 * x)"),
          Map.entry("elu_1", "max(x, 0) + expm1(min(x, 0))"),
          Map.entry(
              "selu", "1.0507009873554805 * (max(x, 0) + 1.6732632423543772 * expm1(min(x, 0)))"),
          Map.entry("celu_0.5", "max(x, 0) + 0.5 * expm1(min(x, 0) / 0.5)"),
          Map.entry("tanhshrink", "x - tanh(x)"),
          Map.entry("arctan", "atan(x)"),
          Map.entry("erf", "erf(x)"),
          Map.entry("gaussian", "exp(-x^2)"),
          Map.entry("lecun_tanh", "1.7159 * tanh(2 / 3 * x)"),
          Map.entry("squareplus_4", "(x + sqrt(x^2 + 4)) / 2"),
          Map.entry("bent_identity", "(sqrt(x^2 + 1) - 1) / 2 + x"),
          Map.entry("isru_1", "x / sqrt(1 + x^2)"),
          Map.entry("isrlu_1", "where(x >= 0, x, x / sqrt(1 + x^2))"),
          Map.entry("tanhexp", "x * tanh(exp(x))"),
          Map.entry("serf", "x * erf(softplus(x))"),
          Map.entry("logish", "x * log(1 + sigmoid(x))"),
          Map.entry("smish", "x * tanh(log(1 + sigmoid(x)))"),
          Map.entry("lisht", "x * tanh(x)"),
          Map.entry("elish", "where(x >= 0, x, expm1(x)) * sigmoid(x)"),
          Map.entry("hardsigmoid", "clip((x + 3) / 6, 0, 1)"),
          Map.entry("hardswish", "x * clip((x + 3) / 6, 0, 1)"),
          Map.entry("sin", "sin(x)"),
          Map.entry("relu", "max(x, 0)"),
          Map.entry("leaky_relu_0.01", "where(x > 0, x, 0.01 * x)"),
          Map.entry("leaky_relu_0.2", "where(x > 0, x, 0.2 * x)"),
          Map.entry("relu6", "clip(x, 0, 6)"),
          Map.entry("hardtanh", "clip(x, -1, 1)"));

  static Stream<Arguments> references() {
    JsonNode all = ReferenceVectors.tree("theory_gaussian_moments").get("gaussian_moments_z_N01");
    return all.valueStream().map(entry -> Arguments.of(entry.get("op").asString(), entry));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void momentsAgreeWithIntegralsOfManyDigits(String name, JsonNode entry) {
    GaussianMoments moments = GaussianMoments.of(formula(FORMULAS.get(name))).orElseThrow();
    assertNear(moments.mean(), entry.get("E_f"));
    assertNear(moments.meanSquare(), entry.get("E_f2"));
    assertNear(moments.slopeMeanSquare(), entry.get("E_fprime2"));
    assertNear(moments.gain().orElseThrow(), entry.get("gain_second_moment"));
  }

  private static void assertNear(double found, JsonNode expected) {
    double number = expected.doubleValue();
    assertThat(found).isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
  }

  @Test
  void kinksThatLieAnywhereDoNoHarm() {
    // E max(z − a, 0)² = (1 + a²)·(1 − Φ(a)) − a·φ(a)
    double a = 0.7071;
    GaussianMoments moments = GaussianMoments.of(x -> x.minus(a).max(0)).orElseThrow();
    double density = StrictMath.exp(-a * a / 2) / Math.sqrt(2 * Math.PI);
    double above = Float64Functions.erfc(a / Math.sqrt(2)) / 2;
    assertThat(moments.meanSquare())
        .isCloseTo((1 + a * a) * above - a * density, within(TOLERANCE));
  }

  @Test
  void theReluGainIsTheSquareRootOfTwo() {
    assertThat(GaussianMoments.of(x -> x.max(0)).orElseThrow().gain().orElseThrow())
        .isCloseTo(Math.sqrt(2), within(1e-14));
  }

  @Test
  void functionsThatGrowTooFastOrVanishHaveNoGain() {
    assertThat(GaussianMoments.of(formula("exp(exp(x))")).orElseThrow().gain()).isEmpty();
    assertThat(GaussianMoments.of(formula("0 * x")).orElseThrow().gain()).isEmpty();
    assertThat(GaussianMoments.of(formula("log(x)")).orElseThrow().gain()).isEmpty();
  }

  @Test
  void functionsOfRowsHaveNoMoments() {
    assertThat(GaussianMoments.of(formula("x - row_max(x)"))).isEmpty();
  }

  static Activation formula(String text) {
    return x -> FormulaParser.parse(text, Map.of("x", x)).broadcast(x.shape());
  }

  /**
   * A formula with thousands of operations that may choose took a minute, and more by the square.
   */
  @Test
  @Tag("slow")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void longFormulasHaveMomentsSoon() {
    String quotients = "x" + "/x".repeat(4_999);
    assertThat(GaussianMoments.of(formula(quotients))).isPresent();
  }
}
