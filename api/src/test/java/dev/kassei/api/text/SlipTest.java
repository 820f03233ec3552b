package dev.kassei.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
  @ParameterizedTest
  @CsvSource({
    "geluu, gelu",
    "adamm, adam",
    "mpl, mlp",
    "rleu, relu",
    "sgimoid, sigmoid",
    "sigmod, sigmoid",
    "acuracy, accuracy",
    "learningrat, learningrate",
  })
  void whatCanOnlyBeASlip(String given, String meant) {
    assertThat(Slip.is(given, meant)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "mae, mse",
    "adamw, adam",
    "adan, adam",
    "relu6, relu",
    "relu7, relu6",
    "l1, l2",
    "smoothl2, smoothl1",
    "logsigmoid, sigmoid",
    "sigmoids, sigmoid",
    "celu, relu",
    "asin, sin",
    "conv3d, conv2d",
    "median, mean",
  })
  void whatMayBeAWordOfItsOwn(String given, String meant) {
    assertThat(Slip.is(given, meant)).isFalse();
  }
}
