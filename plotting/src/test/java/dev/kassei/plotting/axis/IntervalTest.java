package dev.kassei.plotting.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void valuesWithoutAPlaceDoNotCount() {
    double[] values = {Double.NaN, 2, Double.POSITIVE_INFINITY, -1, Double.NEGATIVE_INFINITY};
    assertThat(Interval.of(values)).isEqualTo(new Interval(-1, 2));
    assertThat(Interval.of(new double[] {Double.NaN})).isEqualTo(new Interval(0, 1));
  }

  @Test
  void aConstantIsWidenedByFivePercent() {
    assertThat(new Interval(1, 1).nonsingular()).isEqualTo(new Interval(0.95, 1.05));
    assertThat(new Interval(0, 0).nonsingular()).isEqualTo(new Interval(-0.05, 0.05));
    assertThat(new Interval(0.5 - 1e-9, 0.5 + 1e-9).nonsingular().size()).isLessThan(1e-8);
  }
}
