package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.HardSwish;
import dev.kassei.activations.gated.LeakyGelu;
import dev.kassei.activations.gated.Lisht;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.rectified.Celu;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LogSigmoid;
import dev.kassei.activations.rectified.Selu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.rectified.Squareplus;
import dev.kassei.activations.shrinking.TanhShrink;
import dev.kassei.activations.sigmoidal.Arctan;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.activations.sigmoidal.Sigmoid;
import dev.kassei.activations.sigmoidal.Softsign;
import dev.kassei.activations.sigmoidal.Tanh;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Errors against numbers of hundreds of digits, in units in the last place of the exact result. An
 * input is exact only to its last bit, so where a relative change of the input changes the result
 * more than fourfold, the allowance grows with that factor; docs/accuracy.md has the promise.
 */
class AccuracyTest {
  private static final double WELL_CONDITIONED = 4;

  private static final Map<String, List<Activation>> ACTIVATIONS =
      Map.ofEntries(
          Map.entry("sigmoid", List.of(new Sigmoid())),
          Map.entry("tanh", List.of(new Tanh())),
          Map.entry("softplus", List.of(new Softplus())),
          Map.entry("silu", List.of(new Swish())),
          Map.entry("mish", List.of(new Mish())),
          Map.entry("gelu", List.of(new Gelu())),
          Map.entry("gelu_tanh", List.of(new Gelu(Approximation.TANH), new LeakyGelu())),
          Map.entry("quick_gelu", List.of(new Gelu(Approximation.SIGMOID), new Swish(1.702))),
          Map.entry("elu_1", List.of(new Elu())),
          Map.entry("log_sigmoid", List.of(new LogSigmoid())),
          Map.entry("softsign", List.of(new Softsign())),
          Map.entry("selu", List.of(new Selu())),
          Map.entry("celu_0.5", List.of(new Celu(0.5))),
          Map.entry("tanhshrink", List.of(new TanhShrink())),
          Map.entry("squareplus_4", List.of(new Squareplus())),
          Map.entry("lisht", List.of(new Lisht())),
          Map.entry("arctan", List.of(new Arctan())),
          Map.entry("hardsigmoid", List.of(new HardSigmoid())),
          Map.entry("hardswish", List.of(new HardSwish())));

  static Stream<Arguments> functions() {
    return ReferenceNumbers.read("mpmath_activations")
        .elements()
        .flatMap(
            entry ->
                ACTIVATIONS.getOrDefault(entry.get("op").text(), List.of()).stream()
                    .map(activation -> Arguments.of(activation, entry)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valueIsWithinFourUnits(Activation activation, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.value(activation, Precision.FLOAT64, x);
    var reference = new Reference(x, entry, "expected", "expected_grad");
    assertWithin(4, reference, found);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void derivativeIsWithinEightUnits(Activation activation, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.derivative(activation, x);
    var reference = new Reference(x, entry, "expected_grad", "expected_second_grad");
    assertWithin(8, reference, found);
  }

  private static void assertWithin(double units, Reference reference, double[] found) {
    for (int i = 0; i < found.length; i++) {
      double error = Math.abs(found[i] - reference.number(i)) / Math.ulp(reference.number(i));
      double condition = reference.condition(i);
      assertThat(error)
          .as("error in units at %s, condition %s", reference.x[i], condition)
          .isLessThanOrEqualTo(condition <= WELL_CONDITIONED ? units : 2 * condition);
    }
  }

  /** A column of the reference numbers and the column of its derivative. */
  private static final class Reference {
    private final double[] x;
    private final double[] numbers;
    private final double[] slopes;

    Reference(double[] x, ReferenceNumbers entry, String numbers, String slopes) {
      this.x = x;
      this.numbers = entry.get(numbers).numbers();
      this.slopes = entry.get(slopes).numbers();
    }

    double number(int index) {
      return numbers[index];
    }

    /** The relative change of the number for a small relative change of x; 0 where it is 0. */
    double condition(int index) {
      return numbers[index] == 0 ? 0 : Math.abs(x[index] * slopes[index] / numbers[index]);
    }
  }
}
