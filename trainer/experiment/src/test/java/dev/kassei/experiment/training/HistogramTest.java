package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.record.HistogramBin;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static List<HistogramBin> bins(double... values) {
    return Histogram.of(HistogramBin.Kind.WEIGHT, "w", values);
  }

  @Test
  void binsAreHalfOpenButTheLast() {
    List<HistogramBin> bins = bins(IntStream.rangeClosed(0, 40).asDoubleStream().toArray());

    assertThat(bins).hasSize(40);
    assertThat(bins.get(0)).isEqualTo(new HistogramBin(HistogramBin.Kind.WEIGHT, "w", 0, 1, 1));
    assertThat(bins.subList(0, 39)).allSatisfy(bin -> assertThat(bin.count()).isEqualTo(1));
    assertThat(bins.get(39)).isEqualTo(new HistogramBin(HistogramBin.Kind.WEIGHT, "w", 39, 40, 2));
  }

  @Test
  void whatIsNotFiniteHasLinesOfItsOwn() {
    double infinity = Double.POSITIVE_INFINITY;
    List<HistogramBin> bins = bins(1, Double.NaN, infinity, 2, -infinity, Double.NaN);

    assertThat(bins).hasSize(43);
    assertThat(bins.subList(40, 43))
        .containsExactly(
            new HistogramBin(HistogramBin.Kind.WEIGHT, "w", -infinity, -infinity, 1),
            new HistogramBin(HistogramBin.Kind.WEIGHT, "w", infinity, infinity, 1),
            new HistogramBin(HistogramBin.Kind.WEIGHT, "w", Double.NaN, Double.NaN, 2));
  }

  @Test
  void withoutAFiniteValueThereAreNoBins() {
    assertThat(bins(Double.NaN, Double.NaN))
        .containsExactly(
            new HistogramBin(HistogramBin.Kind.WEIGHT, "w", Double.NaN, Double.NaN, 2));
  }

  @Test
  void equalValuesHaveBinsAroundThem() {
    List<HistogramBin> bins = bins(0.25, 0.25);
    assertThat(bins.get(0).lower()).isEqualTo(-0.25);
    assertThat(bins.get(39).upper()).isEqualTo(0.75);
    assertThat(bins.get(20).count()).isEqualTo(2);
  }

  @Property
  void nothingIsLost(@ForAll double[] values) {
    assertThat(bins(values).stream().mapToLong(HistogramBin::count).sum()).isEqualTo(values.length);
  }

  @Property
  void finiteValuesHaveFiniteBins(@ForAll double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    assertThat(bins(finite))
        .allMatch(bin -> Double.isFinite(bin.lower()) && Double.isFinite(bin.upper()));
  }
}
