package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final double FAILED = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void aFailedTrialHasAccuracyZero() {
    double[] scores = {0.9, FAILED, 0.6};
    assertThat(Scoring.ACCURACY.failures(scores)).isEqualTo(1);
    assertThat(Scoring.ACCURACY.completed(scores)).containsExactly(0.9, 0, 0.6);
    assertThat(Scoring.ACCURACY.center(scores)).isEqualTo(0.5);
  }

  @Test
  void lossesHaveAMedianAmongFailures() {
    assertThat(Scoring.LOSS.center(new double[] {0.3, FAILED, 0.2})).isEqualTo(0.3);
    assertThat(Scoring.LOSS.center(new double[] {0.3, FAILED, FAILED})).isEqualTo(INFINITY);
    assertThat(Scoring.UNBOUNDED_SCORE.center(new double[] {0.3, FAILED, FAILED}))
        .isEqualTo(-INFINITY);
  }

  @Test
  void aFailedTrialHasTheWorstRank() {
    double[] losses = Scoring.LOSS.completed(new double[] {0.3, FAILED, 0.2});
    assertThat(Ranks.bestFirst(losses, Scoring.LOSS)).containsExactly(2, 3, 1);
    double[] accuracies = Scoring.ACCURACY.completed(new double[] {0.3, FAILED, 0.2});
    assertThat(Ranks.bestFirst(accuracies, Scoring.ACCURACY)).containsExactly(1, 3, 2);
  }

  @Test
  void gainsArePositiveWhereTheFirstIsBetter() {
    double[] first = {0.75, 0.25, FAILED, FAILED};
    double[] second = {0.5, 0.5, 0.5, FAILED};
    assertThat(Scoring.ACCURACY.improvements(first, second)).containsExactly(0.25, -0.25, -0.5, 0);
    assertThat(Scoring.LOSS.improvements(first, second)).containsExactly(-0.25, 0.25, -INFINITY, 0);
  }

  @Test
  void gainsAreTiedInSpiteOfRounding() {
    double[] improvements =
        Scoring.ACCURACY.improvements(
            new double[] {0.8, 0.3, 0.1 + 0.2}, new double[] {0.7, 0.2, 0.3});
    assertThat(0.8 - 0.7).isNotEqualTo(0.3 - 0.2);
    assertThat(improvements[0]).isEqualTo(improvements[1]);
    assertThat(improvements[2]).isEqualTo(0);
  }

  @Test
  void failingIsNeverGood() {
    assertThatThrownBy(() -> new Scoring(true, INFINITY))
        .hasMessage("a failed trial must not have the best score possible");
    assertThatThrownBy(() -> new Scoring(false, -INFINITY))
        .hasMessage("a failed trial must not have the best score possible");
  }

  @Test
  void pairsMustBeComplete() {
    assertThatThrownBy(() -> Scoring.LOSS.improvements(new double[2], new double[3]))
        .hasMessage("expected as many scores on both sides but was given 2 and 3");
  }
}
