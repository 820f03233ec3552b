package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.HardSwish;
import dev.kassei.activations.gated.Lisht;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.linear.Linear;
import dev.kassei.activations.periodic.Snake;
import dev.kassei.activations.rectified.Celu;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LeakyRelu;
import dev.kassei.activations.rectified.LogSigmoid;
import dev.kassei.activations.rectified.PRelu;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Relu6;
import dev.kassei.activations.rectified.Selu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.rectified.Squareplus;
import dev.kassei.activations.rectified.Threshold;
import dev.kassei.activations.shrinking.HardShrink;
import dev.kassei.activations.shrinking.SoftShrink;
import dev.kassei.activations.shrinking.TanhShrink;
import dev.kassei.activations.sigmoidal.Arctan;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.activations.sigmoidal.HardTanh;
import dev.kassei.activations.sigmoidal.Sigmoid;
import dev.kassei.activations.sigmoidal.Softsign;
import dev.kassei.activations.sigmoidal.Tanh;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch 2.6: values and derivatives, kinks included. */
class PyTorchTest {
  private static final double TOLERANCE = 1e-12;

  /** From here on PyTorch's softplus returns x, which is 2·10⁻⁹ less. */
  private static final double SOFTPLUS_THRESHOLD = 20;

  /** PyTorch's derivative of the hard sigmoid is 1/6 rounded to float32, even in float64. */
  private static final double SIXTH_IN_FLOAT32 = 1f / 6;

  static Stream<Arguments> functions() {
    return ReferenceNumbers.read("torch_activations")
        .elements()
        .flatMap(
            entry -> activation(entry).stream().map(activation -> Arguments.of(activation, entry)));
  }

  private static Optional<Activation> activation(ReferenceNumbers entry) {
    ReferenceNumbers attributes = entry.get("attrs");
    return Optional.ofNullable(
        switch (entry.get("op").text()) {
          case "identity" -> new Linear();
          case "sigmoid" -> new Sigmoid();
          case "relu" -> new Relu();
          case "tanh" -> new Tanh();
          case "leaky_relu" -> new LeakyRelu(attributes.get("alpha").number());
          case "elu" -> new Elu(attributes.get("alpha").number());
          case "silu" -> new Swish();
          case "swish_beta" -> new Swish(attributes.get("beta").number());
          case "hardsigmoid" -> new HardSigmoid();
          case "gelu" -> new Gelu(approximation(attributes.get("approximate").text()));
          case "quick_gelu" -> new Gelu(Approximation.SIGMOID);
          case "softplus" -> new Softplus(attributes.get("beta").number());
          case "hardswish" -> new HardSwish();
          case "mish" -> new Mish();
          case "arctan" -> new Arctan();
          case "relu6" -> new Relu6();
          case "selu" -> new Selu();
          case "celu" -> new Celu(attributes.get("alpha").number());
          case "softsign" -> new Softsign();
          case "log_sigmoid" -> new LogSigmoid();
          case "hardtanh" ->
              new HardTanh(attributes.get("min").number(), attributes.get("max").number());
          case "hardshrink" -> new HardShrink(attributes.get("lambda").number());
          case "softshrink" -> new SoftShrink(attributes.get("lambda").number());
          case "tanhshrink" -> new TanhShrink();
          case "threshold" -> new Threshold(attributes.get("theta").number(), 0);
          case "prelu" -> new PRelu(attributes.get("alpha").number(), true);
          case "squareplus" -> new Squareplus(attributes.get("b").number());
          case "lisht" -> new Lisht();
          case "snake" -> new Snake(attributes.get("a").number(), false);
          default -> null;
        });
  }

  private static Approximation approximation(String name) {
    return Approximation.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valueAgrees(Activation activation, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.value(activation, Precision.FLOAT64, x);
    assertNear(activation, x, entry.get("expected").numbers(), found, TOLERANCE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void derivativeAgrees(Activation activation, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] expected = entry.get("expected_grad").numbers();
    Arrays.setAll(expected, i -> corrected(activation, x[i], expected[i]));
    assertNear(activation, x, expected, Evaluation.derivative(activation, x), TOLERANCE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void float32ValueAgrees(Activation activation, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.value(activation, Precision.FLOAT32, x);
    double[] expected = entry.get("expected_float32").numbers();
    if (activation instanceof Squareplus) {
      // the reference rounds x + √(x² + b), which cancels, to float32
      Arrays.setAll(expected, i -> x[i] < 0 ? entry.get("expected").numbers()[i] : expected[i]);
    }
    assertNear(activation, x, expected, found, 1e-6);
  }

  /** PyTorch's derivative without its peculiarities. */
  private static double corrected(Activation activation, double x, double derivative) {
    if (activation instanceof HardSigmoid && derivative == SIXTH_IN_FLOAT32) {
      return 1.0 / 6;
    }
    return activation instanceof HardSwish && x == -3 ? 0 : derivative;
  }

  @Test
  void gainsAgree() {
    ReferenceNumbers gains = ReferenceNumbers.read("torch_gains").get("calculate_gain");
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
            assertThat(activation.gain()).as(name).hasValue(gains.get(name).number()));
  }

  /** Near in relative or in absolute terms: PyTorch's own numbers lose digits near 0. */
  private static void assertNear(
      Activation activation, double[] x, double[] expected, double[] found, double tolerance) {
    for (int i = 0; i < x.length; i++) {
      double allowed =
          isBeyondThreshold(activation, x[i])
              ? 3e-9
              : tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat(Math.abs(found[i] - expected[i])).as("at %s", x[i]).isLessThanOrEqualTo(allowed);
    }
  }

  private static boolean isBeyondThreshold(Activation activation, double x) {
    return activation instanceof Softplus softplus && softplus.beta() * x > SOFTPLUS_THRESHOLD;
  }
}
