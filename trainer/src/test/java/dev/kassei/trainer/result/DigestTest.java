package dev.kassei.trainer.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.result.EpochRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Tensor WEIGHT =
      new Tensor("output.weight", Precision.FLOAT64, List.of(1, 2), new double[] {0.5, -0.3});
  private static final Tensor BIAS =
      new Tensor("output.bias", Precision.FLOAT32, List.of(1), new double[] {Double.NaN});
  private static final List<EpochRecord> EPOCHS =
      List.of(
          new EpochRecord(0, Map.of("train.loss", 0.25, "train.accuracy", Double.NaN)),
          new EpochRecord(1, Map.of("train.loss", 0.125)));

  @Test
  void theDigestIsAsDefined() {
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS))
        .as("from an implementation of the written definition in another language")
        .isEqualTo("423ca226bae36c638b1c145c4b3c661500b27aa5a63bd3686e20119e53c0e63e");
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
    assertThat(Digest.of(List.of(WEIGHT, BIAS), EPOCHS.subList(0, 1))).isNotEqualTo(digest);
    double[] values = {0, -0.3};
    double[] negative = {-0.0, -0.3};
    assertThat(Digest.of(List.of(weight(values)), List.of()))
        .isNotEqualTo(Digest.of(List.of(weight(negative)), List.of()));
  }

  private static Tensor weight(double[] values) {
    return new Tensor("w", Precision.FLOAT64, List.of(2), values);
  }
}
