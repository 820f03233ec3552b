package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values and derivatives of the formulas that papers print, computed with 60 digits by {@code
 * reference/paper_activations.py}. Trainable numbers have their first values.
 */
class PaperTest {
  private static final double TOLERANCE = 2e-15;
  private static final double FLOAT32_TOLERANCE = 1e-6;

  static Stream<Arguments> formulas() {
    return ReferenceNumbers.read("paper_activations")
        .elements()
        .map(entry -> Arguments.of(entry.get("name").text(), entry));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void valueAgrees(String name, ReferenceNumbers entry) {
    Activation activation = Catalogue.named(name);
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.value(activation, Precision.FLOAT64, x);
    assertNear(x, entry.get("expected").numbers(), found, TOLERANCE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void derivativeAgrees(String name, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.derivative(Catalogue.named(name), x);
    assertNear(x, entry.get("expected_grad").numbers(), found, 4 * TOLERANCE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void float32ValueAgrees(String name, ReferenceNumbers entry) {
    double[] x = entry.get("input").numbers();
    double[] found = Evaluation.value(Catalogue.named(name), Precision.FLOAT32, x);
    assertNear(x, entry.get("expected").numbers(), found, FLOAT32_TOLERANCE);
  }

  /** Near in relative terms, in absolute ones below 1. */
  private static void assertNear(double[] x, double[] expected, double[] found, double tolerance) {
    for (int i = 0; i < x.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat(Math.abs(found[i] - expected[i]))
          .as("at %s: %s instead of %s", x[i], found[i], expected[i])
          .isLessThanOrEqualTo(allowed);
    }
  }
}
