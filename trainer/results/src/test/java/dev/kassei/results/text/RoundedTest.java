package dev.kassei.results.text;

import static dev.kassei.results.text.Rounded.CONSOLE;
import static dev.kassei.results.text.Rounded.PRINT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedTest {
  @Test
  void significantDigitsAreAsManyAsIsSaid() {
    assertThat(PRINT.digits(0.03125, 4)).isEqualTo("0.03125");
    assertThat(PRINT.digits(0.031254, 4)).isEqualTo("0.03125");
    assertThat(PRINT.digits(0.95, 3)).isEqualTo("0.950");
    assertThat(PRINT.digits(-12.345, 3)).isEqualTo("−12.3");
    assertThat(PRINT.digits(9.9996, 4)).isEqualTo("10.00");
    assertThat(PRINT.digits(0, 4)).isEqualTo("0");
    assertThat(PRINT.digits(-0.0, 4)).isEqualTo("0");
  }

  @Test
  void digitsBeforeThePointAreNeverReplacedByZeros() {
    assertThat(PRINT.digits(1234.5, 3)).isEqualTo("1234");
    assertThat(PRINT.digits(12345.6, 4)).isEqualTo("12346");
  }

  @Test
  void veryLargeAndSmallNumbersHaveAsManyDigits() {
    assertThat(PRINT.digits(-1e-7, 3)).isEqualTo("−1.00e−7");
    assertThat(PRINT.digits(1.2346e12, 4)).isEqualTo("1.235e12");
    assertThat(PRINT.digits(9.9999e-6, 3)).isEqualTo("1.00e−5");
    assertThat(PRINT.atMost(-1.2e-9, 3)).isEqualTo("−1.2e−9");
    assertThat(PRINT.digits(Double.MIN_VALUE, 3)).isEqualTo("4.94e−324");
    assertThat(PRINT.digits(Double.MAX_VALUE, 3)).isEqualTo("1.80e308");
  }

  @Test
  void zerosAtTheEndMayBeLeftOut() {
    assertThat(PRINT.atMost(0.95, 3)).isEqualTo("0.95");
    assertThat(PRINT.atMost(1200, 3)).isEqualTo("1200");
    assertThat(PRINT.atMost(0, 3)).isEqualTo("0");
  }

  @Test
  void metricsHaveFourDecimalsUnlessTheseWouldBeZeros() {
    assertThat(CONSOLE.metric(0.5)).isEqualTo("0.5000");
    assertThat(CONSOLE.metric(-123.45678)).isEqualTo("-123.4568");
    assertThat(CONSOLE.metric(0)).isEqualTo("0.0000");
    assertThat(CONSOLE.metric(0.00005)).isEqualTo("0.0001");
    assertThat(CONSOLE.metric(0.000049)).isEqualTo("4.9000e-5");
    assertThat(CONSOLE.metric(1.5e12)).isEqualTo("1.5000e12");
  }

  @Test
  void pValuesHaveTwoDigitsAndAnEnd() {
    assertThat(PRINT.p(0.0314)).isEqualTo("0.031");
    assertThat(PRINT.p(0.0009)).isEqualTo("< 0.001");
    assertThat(PRINT.p(1)).isEqualTo("1");
    assertThat(PRINT.p(Double.NaN)).isEqualTo("–");
  }

  @Test
  void whatIsNoNumberHasItsSign() {
    assertThat(PRINT.digits(Double.NaN, 3)).isEqualTo("–");
    assertThat(PRINT.atMost(Double.NEGATIVE_INFINITY, 3)).isEqualTo("−∞");
    assertThat(CONSOLE.metric(Double.NaN)).isEqualTo("NaN");
    assertThat(CONSOLE.metric(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }
}
