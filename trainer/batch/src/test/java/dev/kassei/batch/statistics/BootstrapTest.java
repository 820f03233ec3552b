package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Intervals beside their definition, which draws each resample and sorts it. */
class BootstrapTest {
  private static final int RESAMPLES = 39;
  private static final double LEVEL = 0.9;

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.of(Double.NEGATIVE_INFINITY, -2, -0.0, 0, 0.1, 0.3, 7)
        .array(double[].class)
        .ofMinSize(2)
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<double[][]> tasks() {
    return Arbitraries.of(-2, -0.0, 0, 0.1, 0.3, 7.0)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(9)
        .array(double[][].class)
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 200)
  void mediansAreThoseOfSortedResamples(@ForAll("samples") double[] values, @ForAll long seed) {
    assertThat(new Bootstrap(seed, "median", RESAMPLES).medianInterval(values, LEVEL))
        .isEqualTo(percentiles(seed, "median", new double[][] {values}, Summary::median));
  }

  @Property(tries = 200)
  void tasksAreResampledEachByItself(@ForAll("tasks") double[][] tasks, @ForAll long seed) {
    assertThat(new Bootstrap(seed, "tasks", RESAMPLES).interquartileMeanInterval(tasks, LEVEL))
        .isEqualTo(percentiles(seed, "tasks", tasks, Summary::interquartileMean));
  }

  private static Interval percentiles(
      long seed, String name, double[][] strata, ToDoubleFunction<double[]> statistic) {
    double[] statistics =
        IntStream.range(0, RESAMPLES)
            .mapToObj(number -> resample(seed, name, strata, number))
            .mapToDouble(statistic)
            .toArray();
    return new Interval(
        Summary.quantile(statistics, (1 - LEVEL) / 2),
        Summary.quantile(statistics, 1 - (1 - LEVEL) / 2),
        LEVEL);
  }

  private static double[] resample(long seed, String name, double[][] strata, int number) {
    long key = CountedDraws.key(seed, Purpose.BOOTSTRAP, name, number);
    double[] drawn = new double[Values.flatten(strata).length];
    int next = 0;
    for (double[] stratum : strata) {
      double[] sorted = stratum.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; i++) {
        drawn[next] = sorted[(int) (CountedDraws.uniform(key, next) * sorted.length)];
        next++;
      }
    }
    return drawn;
  }
}
