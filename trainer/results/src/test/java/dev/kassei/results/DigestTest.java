package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Tensor WEIGHT =
      new Tensor("output.weight", Precision.FLOAT64, List.of(1, 2), new double[] {0.5, -0.3});
  private static final Tensor BIAS =
      new Tensor("output.bias", Precision.FLOAT32, List.of(1), new double[] {Double.NaN});
  private static final Epochs EPOCHS = epochs(2);
  private static final Map<String, Double> METRICS =
      Map.of("train.loss", 0.0625, "test.accuracy", 1.0);
  private static final Target TARGET = new Target(List.of("kind"), List.of("no", "a"));
  private static final Predictions TRAIN = predictions(0.75, 0.25, 0.5, 0.5);
  private static final Predictions TEST = predictions(0.1, 0.9);
  private static final String DIGEST =
      "a738715a3050c5b36f185b5e7655215b0d3a336c51ee8448f95ad61ad01a034c";

  private static String digest(Tensor... weights) {
    return Digest.of(List.of(weights), EPOCHS, METRICS, List.of(TRAIN, TEST));
  }

  @Test
  void theDigestIsAsDefined() {
    assertThat(digest(WEIGHT, BIAS))
        .as("from an implementation of the written definition in another language")
        .isEqualTo(DIGEST);
  }

  @Test
  void theOrderOfTensorsDoesNotCount() {
    assertThat(digest(BIAS, WEIGHT)).isEqualTo(DIGEST);
  }

  @Test
  void everyNanIsTheSame() {
    double other = Double.longBitsToDouble(0xFFF8000000000123L);
    var bias = new Tensor("output.bias", Precision.FLOAT32, List.of(1), new double[] {other});
    assertThat(digest(WEIGHT, bias)).isEqualTo(DIGEST);
  }

  @Test
  void everyBitOfWeightsAndEpochsCounts() {
    double[] near = {0.5, Math.nextUp(-0.3)};
    var other = new Tensor("output.weight", Precision.FLOAT64, List.of(1, 2), near);
    assertThat(digest(other, BIAS)).isNotEqualTo(DIGEST);
    assertThat(Digest.of(List.of(WEIGHT, BIAS), epochs(1), METRICS, List.of(TRAIN, TEST)))
        .isNotEqualTo(DIGEST);
    double[] values = {0, -0.3};
    double[] negative = {-0.0, -0.3};
    assertThat(digest(weight(values))).isNotEqualTo(digest(weight(negative)));
  }

  @Test
  void everyBitOfFinalMetricsCounts() {
    var near = Map.of("train.loss", 0.0625, "test.accuracy", Math.nextDown(1.0));
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS, near, List.of(TRAIN, TEST)))
        .isNotEqualTo(DIGEST);
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS, Map.of(), List.of(TRAIN, TEST)))
        .isNotEqualTo(DIGEST);
  }

  @Test
  void everyBitOfPredictionsCounts() {
    Predictions near = predictions(0.1, Math.nextUp(0.9));
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS, METRICS, List.of(TRAIN, near)))
        .isNotEqualTo(DIGEST);
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS, METRICS, List.of(TEST, TRAIN)))
        .isNotEqualTo(DIGEST);
  }

  private static Predictions predictions(double... values) {
    return new Predictions(TARGET, 2, values, new double[values.length / 2]);
  }

  private static Epochs epochs(int count) {
    var epochs = new Epochs(List.of("train.loss", "train.accuracy"));
    double[][] values = {{0.25, Double.NaN}, {0.125, 0.5}};
    for (int epoch = 0; epoch < count; epoch++) {
      epochs.append(values[epoch]);
    }
    return epochs;
  }

  private static Tensor weight(double[] values) {
    return new Tensor("w", Precision.FLOAT64, List.of(2), values);
  }
}
