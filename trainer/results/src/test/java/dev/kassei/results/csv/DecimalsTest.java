package dev.kassei.results.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
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
        "0.1000000000000000055511151231257827021181583404541015625",
        "9007199254740992",
        "900719925474099.3",
        "0.0000000000000000000001",
        "00.00000000000000000000012",
        "-0.30000000000000004",
        "+0"
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

  @Property
  void roundedDecimalsAreReadToTheNearestDouble(
      @ForAll @LongRange(min = -10_000_000_000_000_000L, max = 10_000_000_000_000_000L) long digits,
      @ForAll @IntRange(max = 30) int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();
    assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
  }
}
