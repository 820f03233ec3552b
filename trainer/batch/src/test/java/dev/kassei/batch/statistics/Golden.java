package dev.kassei.batch.statistics;

import dev.kassei.fixtures.ReferenceVectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** The numbers of SciPy and of papers. */
final class Golden {
  private static final JsonNode TREE = ReferenceVectors.tree("statistics_golden");

  private Golden() {}

  static JsonNode of(String name) {
    return TREE.get(name);
  }

  static double[] numbers(JsonNode node) {
    return ReferenceVectors.numbers(node);
  }

  static double[][] rows(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(Golden::numbers)
        .toArray(double[][]::new);
  }

  /** Relative to the expected number, where that is not 0. */
  static void assertClose(double actual, double expected, double tolerance) {
    Assertions.assertThat(actual)
        .isCloseTo(expected, Offset.offset(tolerance * Math.max(Math.abs(expected), 1e-300)));
  }

  static void assertClose(double actual, JsonNode expected, double tolerance) {
    assertClose(actual, expected.doubleValue(), tolerance);
  }
}
