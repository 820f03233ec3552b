package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void theFingerprintIsAsDefined() {
    double[] features = {0, 0, 0, 1, 1, 0, 1, 1};
    var xor = new Dataset(List.of("a", "b"), target(), features, new double[] {0, 1, 1, 0});
    assertThat(Fingerprint.of(xor))
        .as("from an implementation of the written definition in another language")
        .isEqualTo("2e9d1d9681a0c9facc437bcd532387d5aa9595d87efa2cda7de201d73f3809b7");
  }

  @Test
  void theShapeCounts() {
    double[] numbers = {1, 2, 3, 4};
    var narrow = new Dataset(List.of("a"), target(), numbers, numbers);
    var wide = new Dataset(List.of("a", "b"), target(), numbers, new double[] {3, 4});
    assertThat(Fingerprint.of(narrow)).isNotEqualTo(Fingerprint.of(wide));
  }

  @Test
  void weightsTestRowsAndShapeCountWhereThereAreSuch() {
    double[] numbers = {1, 2, 3, 4};
    var plain = new Dataset(List.of("a"), target(), numbers, numbers);
    var shape = new ImageShape(1, 1, 1);
    assertThat(
            Stream.of(
                    plain,
                    plain.withWeights(new double[] {1, 1, 1, 2}),
                    plain.withWeights(new double[] {1, 1, 1, 1}),
                    plain.withTestFrom(2),
                    plain.withTestFrom(3),
                    plain.withImage(shape),
                    plain.withImage(shape).withTestFrom(3))
                .map(Fingerprint::of))
        .doesNotHaveDuplicates();
  }

  private static Target target() {
    return new Target(List.of("y"), List.of());
  }
}
