package dev.kassei.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationTest {
  @Test
  void ordersAreAsDefined() {
    assertThat(Permutation.of(10, key(1, 0))).containsExactly(7, 1, 0, 4, 5, 2, 3, 8, 9, 6);
    assertThat(Permutation.of(10, key(1, 1))).containsExactly(0, 4, 8, 9, 3, 5, 6, 2, 1, 7);
    assertThat(Permutation.of(10, key(2, 0))).containsExactly(2, 0, 7, 6, 8, 3, 9, 4, 1, 5);
    assertThat(Permutation.of(1000, key(1, 0))).startsWith(270, 626, 372, 178, 953, 349, 472, 379);
  }

  @Test
  void everyNumberOccursOnce() {
    int[] order = Permutation.of(1000, key(3, 0));
    Arrays.sort(order);
    assertThat(order).isEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void noneAndOneStayAsTheyAre() {
    assertThat(Permutation.of(0, 5)).isEmpty();
    assertThat(Permutation.of(1, 5)).containsExactly(0);
  }

  @Test
  void allOrdersOfFourAreEquallyLikely() {
    int[] counts = new int[256];
    int shuffles = 24_000;
    for (int i = 0; i < shuffles; i++) {
      int[] order = Permutation.of(4, key(9, i));
      counts[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
    }
    int[] possible = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(possible).hasSize(24);
    // 23 degrees of freedom: mean 23, standard deviation 6.8
    assertThat(CountedDrawsTest.chiSquare(possible, shuffles / 24.0)).isBetween(6.0, 50.0);
  }

  private static long key(long seed, long epoch) {
    return CountedDraws.key(seed, Purpose.ORDER, "", epoch);
  }
}
