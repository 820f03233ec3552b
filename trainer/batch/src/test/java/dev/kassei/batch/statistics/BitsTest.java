package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.engine.random.CountedDraws;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results are the same to the last bit on every JDK and machine. */
class BitsTest {
  @Test
  void bitsAreThoseOfAllOtherMachines() {
    double[] results =
        IntStream.range(0, 50).mapToObj(BitsTest::results).flatMapToDouble(x -> x).toArray();
    assertThat(Arrays.hashCode(results)).isEqualTo(-556662008);
  }

  private static DoubleStream results(int number) {
    double[] a = draws(120, "a", number);
    double[][] table =
        IntStream.range(0, 8).mapToObj(i -> draws(5, "row" + i, number)).toArray(double[][]::new);
    var corrected = TTest.resampled(a, 0.25);
    var friedman = Friedman.of(table, Scoring.ACCURACY);
    var interval = new Bootstrap(number, "bits", 99).meanInterval(a, 0.95);
    return DoubleStream.of(
        Wilcoxon.of(a).p(),
        Wilcoxon.of(Arrays.copyOf(a, 20)).p(),
        corrected.p(),
        corrected.interval(0.9).upper(),
        friedman.p(),
        friedman.tieCorrectedP(),
        new Nemenyi(8, 5).p(friedman.meanRanks()[0] - friedman.meanRanks()[1]),
        interval.lower(),
        interval.upper(),
        BayesianSignedRank.of(a, 0.1, number, "bits", 50).better());
  }

  private static double[] draws(int size, String name, int number) {
    var draws = CountedDraws.of(number, "test", name, 0);
    return IntStream.range(0, size).mapToDouble(i -> draws.normal(i) + 0.1).toArray();
  }
}
