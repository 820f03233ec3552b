package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.tree.Node.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreSchemaTest {
  private static Scalar plain(String text) {
    return new Scalar(Location.whole("test"), text, true);
  }

  @ParameterizedTest
  @CsvSource({
    ".5, 0.5",
    "1e-3, 0.001",
    "+3, 3",
    "-3, -3",
    "0x1F, 31",
    "0o17, 15",
    "7., 7",
    "1E5, 100000",
    ".inf, Infinity",
    "-.inf, -Infinity",
    "+.INF, Infinity",
    ".nan, NaN",
    "1e400, Infinity",
    "010, 10",
    "12345678901234567890, 12345678901234567890"
  })
  void numbers(String text, double value) {
    assertThat(CoreSchema.number(plain(text))).hasValue(value);
    assertThat(CoreSchema.isText(plain(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1_000", "1,5", "abc", ".", "e5", "inf", "nan", "-0x1F", "0b1", "1:30", "+", "1e"})
  void texts(String text) {
    assertThat(CoreSchema.number(plain(text))).isEmpty();
    assertThat(CoreSchema.isText(plain(text))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "7.0, 7", "1e3, 1000", "-0x0, ", "0x1F, 31", "7.9, ", "1e19, ", ".inf, "})
  void integers(String text, Long value) {
    var whole = CoreSchema.integer(plain(text));

    assertThat(whole.isPresent()).isEqualTo(value != null);
    whole.ifPresent(number -> assertThat(number).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothing(String text) {
    assertThat(CoreSchema.isNull(plain(text))).isTrue();
  }

  @Test
  void truthHasTwoWords() {
    assertThat(CoreSchema.bool(plain("true"))).contains(true);
    assertThat(CoreSchema.bool(plain("False"))).contains(false);
    assertThat(CoreSchema.bool(plain("yes"))).isEmpty();
    assertThat(CoreSchema.bool(plain("on"))).isEmpty();
  }

  @Test
  void quotedScalarsAreTexts() {
    var quoted = new Scalar(Location.whole("test"), "7", false);

    assertThat(CoreSchema.isText(quoted)).isTrue();
    assertThat(CoreSchema.number(quoted)).isEmpty();
  }

  @Test
  void anOverflowIsNoInfinity() {
    assertThat(CoreSchema.overflows(plain("1e400"))).isTrue();
    assertThat(CoreSchema.overflows(plain(".inf"))).isFalse();
  }
}
