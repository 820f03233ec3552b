package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1.5",
        ".5",
        "5.",
        "1E3",
        "1e-400",
        "1e400",
        "4.9e-324",
        "2.4703282292062328e-324",
        "9007199254740993",
        "0.1000000000000000055511151231257827021181583404541015625"
      })
  void decimalsAreReadToTheNearestDouble(String text) {
    assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "-", "e5", "1e", "1.2.3", "NaN", "Infinity", "0x1p3", "1f", "1 2"})
  void allElseIsNoNumber(String text) {
    assertThat(Decimals.parse(text)).isNaN();
  }

  @Property
  void everyDoubleReadsBack(@ForAll double value) {
    assertThat(Decimals.parse(Double.toString(value))).isEqualTo(value);
  }
}
