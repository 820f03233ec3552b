package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CliquesTest {
  private static final double[] RANKS = {3.5, 1.2, 2.0, 3.3};

  @Test
  void allAlikeAreOneClique() {
    assertThat(Cliques.of(RANKS, (a, b) -> false)).containsExactly(List.of(1, 2, 3, 0));
  }

  @Test
  void allDifferentAreNone() {
    assertThat(Cliques.of(RANKS, (a, b) -> true)).isEmpty();
  }

  @Test
  void cliquesOverlap() {
    Cliques.Difference firstAndLast = (a, b) -> a + b == 1;
    assertThat(Cliques.of(RANKS, firstAndLast)).containsExactly(List.of(1, 2, 3), List.of(2, 3, 0));
  }

  @Test
  void noBarCrossesADifference() {
    Cliques.Difference secondFromFirstAndThird = (a, b) -> (a == 2 && b != 0) || (b == 2 && a != 0);
    assertThat(Cliques.of(RANKS, secondFromFirstAndThird)).containsExactly(List.of(3, 0));
  }
}
