package dev.kassei.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "mish, mish, 0",
    "mish, mist, 1",
    "mish, msih, 1",
    "mish, swish, 2",
    "'', elu, 3",
    "elu, '', 3",
    "tanh, Tanh, 1",
    "abcd, badc, 2",
  })
  void insertionsDeletionsReplacementsAndSwapsAreCounted(String a, String b, int slips) {
    assertThat(EditDistance.between(a, b)).isEqualTo(slips);
    assertThat(EditDistance.between(b, a)).isEqualTo(slips);
  }
}
