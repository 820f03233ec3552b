package dev.kassei.plotting.axis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Ticks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AxisTicksTest {
  private static final int MAX_TICKS = 9;

  private static AxisTicks linear(double low, double high) {
    return AxisTicks.of(Axis.linear(""), new Interval(low, high), MAX_TICKS);
  }

  private static List<String> labels(double low, double high) {
    return linear(low, high).labels();
  }

  private static AxisTicks log(double low, double high) {
    var shown = new Interval(StrictMath.log10(low), StrictMath.log10(high));
    return AxisTicks.of(Axis.log(""), shown, MAX_TICKS);
  }

  @Test
  void stepsAreOneTwoTwoAndAHalfOrFive() {
    assertThat(labels(0, 8)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(labels(-0.7, 10.7)).containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(labels(-1, 1))
        .containsExactly(
            "−1.00", "−0.75", "−0.50", "−0.25", "0.00", "0.25", "0.50", "0.75", "1.00");
    assertThat(labels(0, 40)).containsExactly("0", "5", "10", "15", "20", "25", "30", "35", "40");
  }

  @Test
  void fewTicksWhereThereIsLittleRoom() {
    AxisTicks ticks = AxisTicks.of(Axis.linear(""), new Interval(0, 10), 2);
    assertThat(ticks.labels()).containsExactly("0", "5", "10");
  }

  @Test
  void thingsThatAreCountedHaveNoFractions() {
    assertThat(labels(-1, 20)).contains("2.5");
    assertThat(count(-1, 20)).containsExactly("0", "5", "10", "15", "20");
    assertThat(count(-0.1, 2.1)).containsExactly("0", "1", "2");
    assertThat(count(-0.05, 0.05)).containsExactly("0");
  }

  private static List<String> count(double low, double high) {
    return AxisTicks.of(Axis.count(""), new Interval(low, high), MAX_TICKS).labels();
  }

  @Test
  void valuesThatDifferInTheirLastDigitsAreDifferencesToANumber() {
    AxisTicks ticks = linear(0.5 - 1e-9, 0.5 + 1e-9);
    assertThat(ticks.offset()).isEqualTo("×10⁻⁹ + 0.5");
    assertThat(ticks.labels()).contains("−0.75", "0.00", "0.75");
  }

  @Test
  void aLargeNumberWithSmallDifferencesIsAddedOnce() {
    AxisTicks ticks = linear(-10_004, -10_000);
    assertThat(ticks.offset()).isEqualTo("−10000");
    assertThat(ticks.labels()).startsWith("−4.0").endsWith("0.0");
  }

  @Test
  void hugeAndTinyValuesAreMultiplesOfAPowerOfTen() {
    assertThat(linear(0, 4e7).offset()).isEqualTo("×10⁷");
    assertThat(linear(0, 4e-7).offset()).isEqualTo("×10⁻⁷");
    assertThat(linear(0, 4e5).offset()).isEmpty();
    assertThat(linear(0, 4e5).labels()).contains("50000", "400000");
  }

  @Test
  void logarithmicTicksAreAtPowersOfTen() {
    AxisTicks ticks = log(2e-4, 30);
    assertThat(ticks.labels()).containsExactly("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    assertThat(ticks.major()).containsExactly(-3, -2, -1, 0, 1);
    assertThat(ticks.minor()).hasSize(8 + 4 * 8 + 2);
  }

  @Test
  void shortLogarithmicAxesNameMultiples() {
    assertThat(log(0.9, 9).labels()).containsExactly("1", "2", "5");
    assertThat(log(1.5e-7, 8e-7).labels()).containsExactly("2×10⁻⁷", "5×10⁻⁷");
    assertThat(log(3.1, 3.4).labels()).contains("3.15", "3.30");
  }

  @Test
  void longLogarithmicAxesSkipPowers() {
    assertThat(log(1e-30, 1).labels()).hasSizeBetween(4, 9).contains("10⁰", "10⁻²⁰");
  }

  @Test
  void categoriesStandAtWholeNumbers() {
    AxisTicks ticks =
        AxisTicks.of(Axis.category("", "relu", "gelu"), new Interval(-0.5, 1.5), MAX_TICKS);
    assertThat(ticks.labels()).containsExactly("relu", "gelu");
    assertThat(ticks.major()).containsExactly(0, 1);
  }

  @Test
  void ticksOfOnesOwnOutsideTheLimitsAreLeftOut() {
    Axis axis =
        Axis.linear("")
            .withTicks(new Ticks.At(List.of(new Ticks.Tick(1, "one"), new Ticks.Tick(7, "seven"))));
    assertThat(AxisTicks.of(axis, new Interval(0, 5), MAX_TICKS).labels()).containsExactly("one");
  }

  @Property
  void everyIntervalHasTicksWithinItself(@ForAll double first, @ForAll double second) {
    Interval shown = Interval.of(new double[] {first, second}).nonsingular();
    AxisTicks ticks = AxisTicks.of(Axis.linear(""), shown, MAX_TICKS);
    assertThat(ticks.major().length).isBetween(2, MAX_TICKS + 2);
    assertThat(ticks.labels()).doesNotHaveDuplicates();
    for (double tick : ticks.major()) {
      assertThat(shown.fraction(tick)).isBetween(-1e-6, 1 + 1e-6);
    }
  }
}
