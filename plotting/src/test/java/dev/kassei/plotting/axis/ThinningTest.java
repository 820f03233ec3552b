package dev.kassei.plotting.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
  private static double[] noise(int count) {
    return new Random(1).doubles(count).toArray();
  }

  @Test
  void shortCurvesAreKept() {
    assertThat(Thinning.curve(noise(2000))).hasSize(2000).startsWith(0, 1, 2);
  }

  @Test
  void longCurvesKeepTheirEndsAndExtremes() {
    double[] y = noise(1_000_000);
    y[123_457] = 7;
    y[654_321] = -7;
    int[] kept = Thinning.curve(y);
    assertThat(kept).hasSizeLessThanOrEqualTo(2000).isSorted();
    assertThat(kept).contains(0, 123_457, 654_321, 999_999);
  }

  @Test
  void bandsKeepTheExtremesOfBothEdges() {
    double[] low = noise(10_000);
    double[] high = Arrays.stream(low).map(value -> value + 1).toArray();
    low[4321] = -9;
    high[1234] = 9;
    assertThat(Thinning.curve(low, high)).contains(4321, 1234);
  }

  @Test
  void gapsStayGaps() {
    double[] y = noise(10_000);
    y[5005] = Double.NaN;
    assertThat(Thinning.curve(y)).contains(5005);
  }

  @Test
  void cloudsKeepOnePointOfEachCell() {
    double[] x = IntStream.range(0, 90_000).mapToDouble(i -> i % 300).toArray();
    double[] y = IntStream.range(0, 90_000).mapToDouble(i -> i % 30).toArray();
    y[77] = 1000;
    int[] kept = Thinning.cloud(x, y);
    assertThat(kept).hasSizeLessThan(10_000).contains(0, 77);
  }
}
