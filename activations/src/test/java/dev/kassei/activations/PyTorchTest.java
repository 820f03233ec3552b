package dev.kassei.activations;

import static dev.kassei.activations.ReferenceNumbers.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.HardSwish;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.linear.Linear;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LeakyRelu;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.sigmoidal.Arctan;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.activations.sigmoidal.Sigmoid;
import dev.kassei.activations.sigmoidal.Tanh;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** PyTorch 2.6: values and derivatives, kinks included. */
class PyTorchTest {
  private static final double TOLERANCE = 1e-12;

  /** PyTorch returns x where softplus differs from it by 2·10⁻⁹. */
  private static final double SOFTPLUS_THRESHOLD = 20;

  static Stream<Arguments> functions() {
    return ReferenceNumbers.functions("torch_activations")
        .flatMap(
            entry -> activation(entry).stream().map(activation -> Arguments.of(activation, entry)));
  }

  private static Optional<Activation> activation(JsonNode entry) {
    JsonNode attributes = entry.get("attrs");
    return Optional.ofNullable(
        switch (entry.get("op").stringValue()) {
          case "identity" -> new Linear();
          case "sigmoid" -> new Sigmoid();
          case "relu" -> new Relu();
          case "tanh" -> new Tanh();
          case "leaky_relu" -> new LeakyRelu(attributes.get("alpha").doubleValue());
          case "elu" -> new Elu(attributes.get("alpha").doubleValue());
          case "silu" -> new Swish();
          case "swish_beta" -> new Swish(attributes.get("beta").doubleValue());
          case "hardsigmoid" -> new HardSigmoid();
          case "gelu" -> new Gelu(approximation(attributes.get("approximate").stringValue()));
          case "quick_gelu" -> new Gelu(Approximation.SIGMOID);
          case "softplus" -> new Softplus(attributes.get("beta").doubleValue());
          case "hardswish" -> new HardSwish();
          case "mish" -> new Mish();
          case "arctan" -> new Arctan();
          default -> null;
        });
  }

  private static Approximation approximation(String name) {
    return Approximation.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valueAgrees(Activation activation, JsonNode entry) {
    double[] x = numbers(entry.get("input"));
    double[] expected = numbers(entry.get("expected"));
    double[] found = Evaluation.value(activation, Precision.FLOAT64, x);
    for (int i = 0; i < x.length; i++) {
      assertNear(activation, x[i], expected[i], found[i], TOLERANCE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void derivativeAgrees(Activation activation, JsonNode entry) {
    double[] x = numbers(entry.get("input"));
    double[] expected = numbers(entry.get("expected_grad"));
    double[] found = Evaluation.derivative(activation, x);
    for (int i = 0; i < x.length; i++) {
      if (!(activation instanceof HardSwish) || x[i] != -3) {
        assertNear(activation, x[i], expected[i], found[i], TOLERANCE);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void float32ValueAgrees(Activation activation, JsonNode entry) {
    double[] x = numbers(entry.get("input"));
    double[] expected = numbers(entry.get("expected_float32"));
    double[] found = Evaluation.value(activation, Precision.FLOAT32, x);
    for (int i = 0; i < x.length; i++) {
      assertNear(activation, x[i], expected[i], found[i], 1e-6);
    }
  }

  @Test
  void hardSwishHasTheGateAsDerivativeAtMinusThree() {
    assertThat(Evaluation.derivative(new HardSwish(), -3)).containsExactly(0);
  }

  @Test
  void gainsAgree() {
    JsonNode gains = ReferenceNumbers.read("torch_gains").get("calculate_gain");
    Map<String, Activation> activations =
        Map.of(
            "linear", new Linear(),
            "sigmoid", new Sigmoid(),
            "tanh", new Tanh(),
            "relu", new Relu(),
            "leaky_relu_0.01", new LeakyRelu(),
            "leaky_relu_0.2", new LeakyRelu(0.2));
    activations.forEach(
        (name, activation) ->
            assertThat(activation.gain()).as(name).hasValue(gains.get(name).doubleValue()));
  }

  /** Near in relative or in absolute terms: PyTorch's own numbers lose digits near 0. */
  private static void assertNear(
      Activation activation, double x, double expected, double found, double tolerance) {
    if (activation instanceof Softplus softplus && softplus.beta() * x > SOFTPLUS_THRESHOLD) {
      assertThat(found).as("at %s", x).isBetween(expected - 3e-9, expected + 3e-9);
      return;
    }
    double allowed = tolerance * Math.max(1, Math.abs(expected));
    assertThat(Math.abs(found - expected)).as("at %s", x).isLessThanOrEqualTo(allowed);
  }
}
