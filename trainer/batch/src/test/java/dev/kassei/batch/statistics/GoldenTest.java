package dev.kassei.batch.statistics;

import static dev.kassei.batch.statistics.Golden.assertClose;
import static dev.kassei.batch.statistics.Golden.numbers;
import static dev.kassei.batch.statistics.Golden.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every number of the reference file that has a counterpart here. */
class GoldenTest {
  private static final double EXACT = 1e-12;

  @Test
  void friedmanAndImanDavenportAreThoseOfDemsar() {
    JsonNode demsar = Golden.of("demsar2006_table6");
    var friedman = Friedman.of(rows(demsar.get("data_AUC_14x4")), Scoring.ACCURACY);

    assertThat(friedman.meanRanks())
        .containsExactly(numbers(demsar.get("average_ranks")), within(EXACT));
    assertClose(friedman.chiSquared(), demsar.get("friedman_chi2_no_tie_correction"), EXACT);
    assertClose(friedman.f(), demsar.get("iman_davenport_F"), EXACT);
    assertClose(friedman.p(), demsar.get("iman_davenport_p"), EXACT);
    assertClose(
        friedman.tieCorrectedChiSquared(), demsar.get("friedman_chi2_tie_corrected_scipy"), EXACT);
    assertClose(friedman.tieCorrectedP(), demsar.get("friedman_p_scipy"), EXACT);
  }

  @Test
  void ranksAsPrintedInThePaperGiveItsNumbers() {
    JsonNode expected = Golden.of("demsar2006_table6_as_ranked_in_paper");
    double[][] table = rows(Golden.of("demsar2006_table6").get("data_AUC_14x4"));
    table[12][2] = 0.97501;
    var friedman = Friedman.of(table, Scoring.ACCURACY);

    assertThat(friedman.meanRanks())
        .containsExactly(numbers(expected.get("average_ranks")), within(EXACT));
    assertThat(friedman.chiSquared()).isCloseTo(9.28, within(0.005));
    assertThat(friedman.f()).isCloseTo(3.69, within(0.005));
    assertClose(friedman.chiSquared(), expected.get("friedman_chi2_no_tie_correction"), EXACT);
    assertClose(friedman.f(), expected.get("iman_davenport_F"), EXACT);
    assertClose(friedman.p(), expected.get("iman_davenport_p"), EXACT);
  }

  @Test
  void nemenyiIsThatOfDemsar() {
    JsonNode demsar = Golden.of("demsar2006_table6");
    var nemenyi = new Nemenyi(14, 4);
    double[] ranks = numbers(demsar.get("average_ranks"));

    assertClose(nemenyi.criticalDifference(0.05), demsar.get("nemenyi_CD_0.05"), EXACT);
    assertClose(nemenyi.criticalDifference(0.1), demsar.get("nemenyi_CD_0.10"), EXACT);
    for (JsonNode pair : demsar.get("pairwise")) {
      double difference =
          ranks[pair.get("pair").get(0).intValue()] - ranks[pair.get("pair").get(1).intValue()];
      assertThat(nemenyi.p(difference))
          .isCloseTo(pair.get("p_nemenyi").doubleValue(), within(1e-10));
    }
  }

  @Test
  void quantilesOfNemenyiAreThoseOfTheStudentizedRange() {
    Golden.of("nemenyi_q")
        .forEachEntry(
            (alpha, row) ->
                row.forEachEntry(
                    (methods, q) ->
                        assertClose(
                            Nemenyi.quantile(Double.parseDouble(alpha), Integer.parseInt(methods)),
                            q,
                            1e-10)));
  }

  @Test
  void tailsOfTheStudentizedRangeAgree() {
    for (JsonNode row : Golden.of("studentized_range_sf_inf_df")) {
      double upper = StudentizedRange.upper(row.get("q").doubleValue(), row.get("k").intValue());
      assertThat(upper).isCloseTo(row.get("sf").doubleValue(), within(1e-12));
    }
  }

  @Test
  void exactWilcoxonAgrees() {
    for (JsonNode row : Golden.of("wilcoxon_exact")) {
      double[] differences = numbers(row.get("diff"));
      var wilcoxon = Wilcoxon.of(differences);

      assertThat(wilcoxon.exact()).isTrue();
      assertThat(Math.min(wilcoxon.positiveRankSum(), wilcoxon.negativeRankSum()))
          .isEqualTo(row.get("W").doubleValue());
      assertClose(wilcoxon.p(), row.get("p_exact_two_sided"), EXACT);
      assertClose(normalP(differences, 0.5), row.get("p_normal_cc"), EXACT);
    }
  }

  @Test
  void wilcoxonWithTiesAndZerosAgreesInItsNormalApproximation() {
    JsonNode demsar = Golden.of("demsar2006_table6");
    double[][] table = rows(demsar.get("data_AUC_14x4"));
    for (JsonNode row : demsar.get("pairwise")) {
      double[] a = PairwiseWilcoxon.column(table, row.get("pair").get(0).intValue());
      double[] b = PairwiseWilcoxon.column(table, row.get("pair").get(1).intValue());
      double[] improvements = Scoring.ACCURACY.improvements(a, b);
      double[] withoutZeros =
          Arrays.stream(improvements).filter(improvement -> improvement != 0).toArray();

      assertThat(smallerSum(improvements)).isEqualTo(row.get("wilcoxon_W_pratt").doubleValue());
      assertClose(normalP(improvements, 0), row.get("wilcoxon_p_normal_pratt"), EXACT);
      assertThat(smallerSum(withoutZeros)).isEqualTo(row.get("wilcoxon_W_dropzeros").doubleValue());
      assertClose(normalP(withoutZeros, 0), row.get("wilcoxon_p_normal_dropzeros"), EXACT);
    }
  }

  @Test
  void holmAgrees() {
    JsonNode pairs = Golden.of("demsar2006_table6").get("pairwise");
    double[] p =
        IntStream.range(0, 6)
            .mapToDouble(i -> pairs.get(i).get("wilcoxon_p_normal_pratt").doubleValue())
            .toArray();
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < 6; i++) {
      assertClose(adjusted[i], pairs.get(i).get("holm_adj_wilcoxon_pratt"), EXACT);
    }
  }

  @Test
  void dominanceAgrees() {
    JsonNode expected = Golden.of("two_sample");
    double[] x = numbers(expected.get("x"));
    double[] y = numbers(expected.get("y"));
    var dominance = Dominance.of(x, y);

    assertClose(dominance.probability(), expected.get("A12_x_over_y"), EXACT);
    assertClose(dominance.delta(), expected.get("cliffs_delta"), EXACT);
  }

  @Test
  void theCorrectedResampledTTestAgrees() {
    JsonNode expected = Golden.of("nadeau_bengio");
    double[] differences = numbers(expected.get("diff"));
    double ratio = expected.get("n_test").doubleValue() / expected.get("n_train").doubleValue();
    var paired = TTest.paired(differences);
    var corrected = TTest.resampled(differences, ratio);

    assertClose(paired.t(), expected.get("t_paired"), EXACT);
    assertClose(paired.p(), expected.get("p_paired"), EXACT);
    assertClose(corrected.t(), expected.get("t_corrected"), EXACT);
    assertClose(corrected.p(), expected.get("p_corrected"), EXACT);
  }

  @Test
  void interquartileMeansAgree() {
    JsonNode expected = Golden.of("iqm");
    double[] scores = numbers(expected.get("scores_runs_x_tasks"));
    assertClose(Summary.interquartileMean(scores), expected.get("iqm_trim_mean_25_all"), EXACT);
    assertClose(Summary.mean(scores), expected.get("mean"), EXACT);
    for (JsonNode row : Golden.of("rliable_tests")) {
      if (row.has("x")) {
        double[] x = numbers(row.get("x"));
        assertClose(Summary.interquartileMean(x), row.get("iqm"), EXACT);
        assertClose(Summary.mean(x), row.get("mean"), EXACT);
      }
    }
  }

  /**
   * Both are Monte Carlo, with a standard deviation of 8·10⁻⁵ at 99,999 resamples. The middle is
   * the limit for infinitely many, where the distribution of the mean is the 15-fold convolution of
   * that of the values, which are whole multiples of 10⁻⁴.
   */
  @Test
  void theBootstrapIntervalOfAMeanAgrees() {
    JsonNode expected = Golden.of("bootstrap_mean");
    double[] x = numbers(expected.get("x"));
    double[] limit = {0.01436, 0.0463267};
    var interval = new Bootstrap(7, "golden", 99_999).meanInterval(x, 0.95);

    assertThat(new double[] {interval.lower(), interval.upper()})
        .containsExactly(limit, within(2e-4));
    assertThat(numbers(expected.get("bca95"))).containsExactly(limit, within(2e-4));
  }

  @Test
  void theBayesianSignedRankTestAgrees() {
    JsonNode expected = Golden.of("bayes_signed_rank");
    double[] z = numbers(expected.get("z"));
    assertThat(probabilities(z, 0.01))
        .containsExactly(numbers(expected.get("P_left_rope_right")), within(5e-3));
    assertThat(probabilities(z, 0))
        .containsExactly(numbers(expected.get("P_left_rope_right_no_rope")), within(5e-3));
  }

  private static double[] probabilities(double[] z, double region) {
    var test = BayesianSignedRank.of(z, region, 7, "golden", 100_000);
    return new double[] {test.worse(), test.equivalent(), test.better()};
  }

  private static double smallerSum(double[] differences) {
    var wilcoxon = Wilcoxon.of(differences);
    return Math.min(wilcoxon.positiveRankSum(), wilcoxon.negativeRankSum());
  }

  private static double normalP(double[] differences, double continuity) {
    double[] ranks = Ranks.ascending(Arrays.stream(differences).map(Math::abs).toArray());
    return Wilcoxon.normalP(
        Wilcoxon.ranksOfOthersThanZero(differences, ranks),
        Wilcoxon.of(differences).positiveRankSum(),
        continuity);
  }
}
