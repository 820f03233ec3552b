package dev.kassei.api.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "10, 10",
    "-3, -3",
    "0.1, 0.1",
    "0.25, 0.25",
    "-0.3035, -0.3035",
    "123456.789, 123456.789",
    "0.00001, 0.00001",
    "0.000001, 1e-6",
    "1e-7, 1e-7",
    "1.5e-7, 1.5e-7",
    "1e15, 1000000000000000",
    "1234567890123456, 1234567890123456",
    "1e16, 1e16",
    "1e22, 1e22",
    "1e23, 1e23",
    "1.2345e300, 1.2345e300",
    "0.2583660575812816, 0.2583660575812816",
    "0.30000000000000004, 0.30000000000000004",
    "3.141592653589793, 3.141592653589793",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "4.9e-324, 5e-324",
    "2e-323, 2e-323",
    "9007199254740993, 9007199254740992",
    "5e-324, 5e-324",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void doublesHaveFewestDigits(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  /** Numbers that Double.toString of JDK 17 writes with more digits than needed. */
  @ParameterizedTest
  @CsvSource({
    "2e-3, 0.002",
    "2.0e23, 2e23",
    "1.8446744073709552e19, 1.8446744073709552e19",
    "2.2e-322, 2.2e-322",
    "8.41e21, 8.41e21",
    "2.0152e-35, 2.0152e-35",
    "5.0e-324, 5e-324",
    "9.5367431640625e-7, 9.5367431640625e-7",
    "5.684341886080802e-14, 5.684341886080802e-14"
  })
  void doublesHaveTheSameTextOnEveryJdk(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e10, 10000000000",
    "16777216, 16777216",
    "0.33333334, 0.33333334",
    "3.4028235e38, 3.4028235e38",
    "1.4e-45, 1e-45",
    "1.17549435e-38, 1.1754944e-38",
    "7.195965e8, 719596500",
    "1e-7, 1e-7",
    "-0.0, -0",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void floatsHaveFewestDigits(float value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }

  @Property(tries = 3000)
  void doublesReadBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    assertThat(Double.valueOf(Numbers.text(value))).isEqualTo(Double.valueOf(value));
  }

  @Property(tries = 3000)
  void floatsReadBack(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    assertThat(Float.valueOf(Numbers.text(value))).isEqualTo(Float.valueOf(value));
  }

  @Property(tries = 3000)
  void noShorterTextReadsBack(@ForAll long bits) {
    double value = Math.abs(Double.longBitsToDouble(bits));
    if (value == 0 || !Double.isFinite(value)) {
      return;
    }
    var text = new BigDecimal(Numbers.text(value)).stripTrailingZeros();
    if (text.precision() == 1) {
      return;
    }
    BigDecimal unit = new BigDecimal(BigInteger.ONE, text.scale() - 1);
    BigDecimal below = text.divideToIntegralValue(unit).multiply(unit);
    assertThat(below.doubleValue()).isNotEqualTo(value);
    assertThat(below.add(unit).doubleValue()).isNotEqualTo(value);
  }

  @Property(tries = 3000)
  void noOtherTextOfAsManyDigitsIsNearer(@ForAll long bits) {
    double value = Math.abs(Double.longBitsToDouble(bits));
    if (value == 0 || !Double.isFinite(value)) {
      return;
    }
    var exact = new BigDecimal(value);
    var text = new BigDecimal(Numbers.text(value)).stripTrailingZeros();
    for (BigDecimal other : List.of(text.add(text.ulp()), text.subtract(text.ulp()))) {
      if (other.doubleValue() == value) {
        assertThat(text.subtract(exact).abs()).isLessThanOrEqualTo(other.subtract(exact).abs());
      }
    }
  }

  @Property(tries = 3000)
  void noShorterTextReadsBackToAFloat(@ForAll int bits) {
    float value = Math.abs(Float.intBitsToFloat(bits));
    if (value == 0 || !Float.isFinite(value)) {
      return;
    }
    var text = new BigDecimal(Numbers.text(value)).stripTrailingZeros();
    if (text.precision() == 1) {
      return;
    }
    BigDecimal below = text.setScale(text.scale() - 1, RoundingMode.DOWN);
    assertThat(below.floatValue()).isNotEqualTo(value);
    assertThat(below.add(below.ulp()).floatValue()).isNotEqualTo(value);
  }

  @Property(tries = 3000)
  void numbersOfFewDigitsStayAsTheyAre(@ForAll short digits) {
    String text = Numbers.text(digits / 1000.0);
    assertThat(new BigDecimal(text)).isEqualByComparingTo(BigDecimal.valueOf(digits, 3));
  }

  @Test
  void powersOfTwoHaveTheNearestOfTheShortest() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double value = Math.scalb(1.0, exponent);
      assertThat(Double.parseDouble(Numbers.text(value))).isEqualTo(value);
    }
  }
}
