package dev.kassei.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Golden numbers come from an implementation of the written definition in another language. */
class CountedDrawsTest {
  private static final long WEIGHTS = CountedDraws.key(7, Purpose.WEIGHTS, "hidden.0.weight", 0);

  @Test
  void keysAreAsDefined() {
    assertThat(WEIGHTS).isEqualTo(0x2c4f9e4904602595L);
    assertThat(CountedDraws.key(0, Purpose.ORDER, "", 3)).isEqualTo(0x9aaaba24a5d2e87bL);
    assertThat(CountedDraws.key(-1, "雑音", "層.0", 1L << 40)).isEqualTo(0x18387ffb329a3442L);
  }

  /** As they have been since the first digest; a word that changes here changes every result. */
  @Test
  void theWordsOfPurposesNeverChange() {
    assertThat(Arrays.stream(Purpose.values()).map(each -> each + " " + each.word()))
        .containsExactly(
            "DATA data",
            "SPLIT split",
            "WEIGHTS weights",
            "ORDER order",
            "NOISE noise",
            "AUGMENT augment",
            "MINIMIZER minimizer",
            "AXES batch",
            "BOOTSTRAP bootstrap",
            "FRIEDMAN friedman",
            "BAYESIAN_SIGNED_RANK bayesian signed-rank");
  }

  @Test
  void bitsAreAsDefined() {
    assertThat(CountedDraws.bits(WEIGHTS, 0)).isEqualTo(0x3b4d321505973b4L);
    assertThat(CountedDraws.bits(WEIGHTS, 1)).isEqualTo(0x7c8c72c8ae376f44L);
    assertThat(CountedDraws.bits(WEIGHTS, 12345678901L)).isEqualTo(0x58107a3186bae4bcL);
  }

  @Test
  void uniformNumbersAreAsDefined() {
    assertThat(CountedDraws.uniform(WEIGHTS, 0)).isEqualTo(0.01447791636778617);
    assertThat(CountedDraws.uniform(WEIGHTS, 1)).isEqualTo(0.48651807212283205);
    assertThat(CountedDraws.uniform(WEIGHTS, 2)).isEqualTo(0.9449609822329194);
  }

  @Test
  void normalNumbersAreAsDefined() {
    double[] exact = {
      -2.184087313433695, -0.033800616608185244, 1.597842490789651, 1.177493615189936
    };
    double[] promised = {
      -2.184087313433694, -0.03380061660818526, 1.5978424907896507, 1.1774936151899358
    };
    for (int i = 0; i < exact.length; i++) {
      assertThat(CountedDraws.normal(WEIGHTS, i))
          .isEqualTo(promised[i])
          .isCloseTo(exact[i], within(1e-14));
    }
  }

  @Test
  void aStreamIsItsKey() {
    var draws = CountedDraws.of(7, Purpose.WEIGHTS, "hidden.0.weight", 0);
    assertThat(draws.uniform(5)).isEqualTo(CountedDraws.uniform(WEIGHTS, 5));
    assertThat(draws.normal(5)).isEqualTo(CountedDraws.normal(WEIGHTS, 5));
  }

  @Test
  void everyPartOfTheNameCounts() {
    var keys = new HashSet<Long>();
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE}) {
      for (String purpose : new String[] {"", "a", "ab", "weights"}) {
        for (String path : new String[] {"", "b", "ab", "ba"}) {
          for (long step : new long[] {0, 1, 2, Long.MAX_VALUE}) {
            assertThat(keys.add(CountedDraws.key(seed, purpose, path, step))).isTrue();
          }
        }
      }
    }
  }

  @Test
  void streamsOfNeighbouringStepsAndSeedsDoNotOverlap() {
    var bits = new HashSet<Long>();
    for (int stream = 0; stream < 100; stream++) {
      long step = CountedDraws.key(1, Purpose.NOISE, "dropout", stream);
      long seed = CountedDraws.key(2 + stream, Purpose.NOISE, "dropout", 0);
      LongStream.range(0, 200).forEach(i -> bits.add(CountedDraws.bits(step, i)));
      LongStream.range(0, 200).forEach(i -> bits.add(CountedDraws.bits(seed, i)));
    }
    assertThat(bits).hasSize(40_000);
  }

  @Test
  void manyUniformNumbersAreThoseOfEachIndex() {
    double[] y = new double[1000];
    CountedDraws.uniforms(WEIGHTS, 1L << 40, new long[1000], y, 999);

    for (int i = 0; i < 999; i++) {
      assertThat(y[i]).isEqualTo(CountedDraws.uniform(WEIGHTS, (1L << 40) + i));
    }
    assertThat(y[999]).isZero();
  }

  @Test
  void uniformNumbersFillTheirInterval() {
    int[] counts = new int[64];
    int draws = 64_000;
    for (int i = 0; i < draws; i++) {
      counts[(int) (CountedDraws.uniform(WEIGHTS, i) * 64)]++;
    }
    // 63 degrees of freedom: mean 63, standard deviation 11.2
    assertThat(chiSquare(counts, draws / 64.0)).isBetween(30.0, 105.0);
  }

  @Test
  void normalNumbersHaveMeanZeroAndVarianceOne() {
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < draws; i++) {
      double z = CountedDraws.normal(WEIGHTS, i);
      sum += z;
      squares += z * z;
      fourths += z * z * z * z;
    }
    assertThat(sum / draws).isCloseTo(0, within(0.03));
    assertThat(squares / draws).isCloseTo(1, within(0.04));
    assertThat(fourths / draws).isCloseTo(3, within(0.3));
  }

  @Test
  void neighbouringDrawsAreUncorrelated() {
    int draws = 20_000;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      sum +=
          (CountedDraws.uniform(WEIGHTS, i) - 0.5) * (CountedDraws.uniform(WEIGHTS, i + 1) - 0.5);
    }
    assertThat(12 * sum / draws).isCloseTo(0, within(0.03));
  }

  static double chiSquare(int[] counts, double expected) {
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
