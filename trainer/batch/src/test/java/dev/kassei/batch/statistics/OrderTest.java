package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Ranks and counts beside their definitions, which look at each pair of values. */
class OrderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.of(-INFINITY, -2, -Double.MIN_VALUE, -0.0, 0, 0.1, 0.3, 7, INFINITY)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 500)
  void ranksAreTheMeansOfPlaces(@ForAll("samples") double[] values) {
    assertThat(Ranks.ascending(values))
        .containsExactly(Arrays.stream(values).map(value -> rank(value, values)).toArray());
  }

  private static double rank(double value, double[] values) {
    long less = count(values, other -> other < value);
    return less + (count(values, other -> other == value) + 1) / 2.0;
  }

  @Property(tries = 500)
  void tiesAddUpOverTheirMembers(@ForAll("samples") double[] values) {
    double sum = 0;
    for (double value : values) {
      long equal = count(values, other -> other == value);
      sum += equal * equal - 1;
    }
    assertThat(Ranks.tieSum(values)).isEqualTo(sum);
  }

  @Property(tries = 500)
  void dominanceCountsPairs(@ForAll("samples") double[] first, @ForAll("samples") double[] second) {
    long greater = 0;
    long ties = 0;
    long less = 0;
    for (double a : first) {
      greater += count(second, b -> a > b);
      ties += count(second, b -> a == b);
      less += count(second, b -> a < b);
    }
    assertThat(Dominance.of(first, second)).isEqualTo(new Dominance(greater, ties, less));
  }

  private static long count(double[] values, DoublePredicate which) {
    return Arrays.stream(values).filter(which).count();
  }

  /** Pairs, and the squares of groups, are more than an int holds. */
  @Test
  void manyTiesAreCountedWhole() {
    double[] zeros = new double[100_000];
    assertThat(Dominance.of(zeros, zeros)).isEqualTo(new Dominance(0, 10_000_000_000L, 0));
    assertThat(Ranks.ascending(zeros)).containsOnly(50_000.5);
    assertThat(Ranks.tieSum(zeros)).isEqualTo(1e15 - 1e5);
  }
}
