package dev.kassei.trainer.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Tensor WEIGHT =
      new Tensor("output.weight", Precision.FLOAT64, List.of(1, 2), new double[] {0.5, -0.3});
  private static final Tensor BIAS =
      new Tensor("output.bias", Precision.FLOAT32, List.of(1), new double[] {Double.NaN});
  private static final Epochs EPOCHS = epochs(2);

  @Test
  void theDigestIsAsDefined() {
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS))
        .as("from an implementation of the written definition in another language")
        .isEqualTo("6c9399a7d0e08778404155513d67bbfc50ccb75dc39ece2170aebb024839a7e4");
  }

  @Test
  void theOrderOfTensorsDoesNotCount() {
    assertThat(Digest.of(List.of(BIAS, WEIGHT), EPOCHS))
        .isEqualTo(Digest.of(List.of(WEIGHT, BIAS), EPOCHS));
  }

  @Test
  void everyNanIsTheSame() {
    double other = Double.longBitsToDouble(0xFFF8000000000123L);
    var bias = new Tensor("output.bias", Precision.FLOAT32, List.of(1), new double[] {other});
    assertThat(Digest.of(List.of(WEIGHT, bias), EPOCHS))
        .isEqualTo(Digest.of(List.of(WEIGHT, BIAS), EPOCHS));
  }

  @Test
  void everyBitCounts() {
    String digest = Digest.of(List.of(WEIGHT, BIAS), EPOCHS);
    double[] near = {0.5, Math.nextUp(-0.3)};
    var other = new Tensor("output.weight", Precision.FLOAT64, List.of(1, 2), near);
    assertThat(Digest.of(List.of(other, BIAS), EPOCHS)).isNotEqualTo(digest);
    assertThat(Digest.of(List.of(WEIGHT, BIAS), epochs(1))).isNotEqualTo(digest);
    double[] values = {0, -0.3};
    double[] negative = {-0.0, -0.3};
    assertThat(Digest.of(List.of(weight(values)), epochs(0)))
        .isNotEqualTo(Digest.of(List.of(weight(negative)), epochs(0)));
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
