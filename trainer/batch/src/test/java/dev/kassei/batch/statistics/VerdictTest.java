package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.engine.random.CountedDraws;
import dev.kassei.results.text.Noun;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Design INDEPENDENT = new Design.Independent();

  private static Comparison comparison(Scoring scoring, double region, String... names) {
    return new Comparison(List.of(names), 0, scoring, region, 0.05, 1);
  }

  /** Scores around a middle, with noise that is the same for equal names. */
  private static double[] scores(int seeds, double middle, double noise, String name) {
    var draws = CountedDraws.of(5, "test", name, 0);
    return IntStream.range(0, seeds).mapToDouble(i -> middle + noise * draws.normal(i)).toArray();
  }

  @Test
  void aWinnerIsNamedWithItsWinsAndInterval() {
    double[][] scores = {scores(30, 0.9, 0.01, "relu"), scores(30, 0.92, 0.01, "mish")};
    var result =
        OneDataset.of(comparison(Scoring.ACCURACY, 0, "relu", "mish"), INDEPENDENT, scores);
    assertThat(Verdict.of(result))
        .singleElement()
        .asString()
        .matches(
            "mish beats relu with \\d+ of 30 seeds \\(mean improvement 0\\.0\\d+, 95 % interval"
                + " \\[0\\.0\\d+, 0\\.0\\d+\\], p < 0\\.001\\)\\.");
    assertThat(Cautions.of(result)).isEmpty();
  }

  @Test
  void theReferenceMayWin() {
    double[][] losses = {scores(30, 0.1, 0.01, "relu"), scores(30, 0.2, 0.01, "mish")};
    var result = OneDataset.of(comparison(Scoring.LOSS, 0, "relu", "mish"), INDEPENDENT, losses);
    assertThat(Verdict.of(result).get(0)).startsWith("relu beats mish with 30 of 30 seeds (median");
    assertThat(result.contrasts().get(0).dominance().delta()).isEqualTo(-1);
  }

  @Test
  void theImprovementIsThatOfTheWinner() {
    double[][] scores = {scores(30, 0.92, 0.01, "relu"), scores(30, 0.9, 0.01, "mish")};
    var result =
        OneDataset.of(comparison(Scoring.ACCURACY, 0, "relu", "mish"), INDEPENDENT, scores);
    assertThat(result.contrasts().get(0).difference()).isNegative();
    assertThat(Verdict.of(result).get(0))
        .matches(
            "relu beats mish with \\d+ of 30 seeds \\(mean improvement 0\\.0\\d+, 95 % interval"
                + " \\[0\\.0\\d+, 0\\.0\\d+\\], p < 0\\.001\\)\\.");
  }

  @Test
  void aFewLargeImprovementsAgainstManySmallLossesNameNoWinner() {
    double[] relu = scores(100, 0.5, 0.001, "relu");
    double[] mish =
        IntStream.range(0, 100).mapToDouble(i -> relu[i] + (i < 45 ? 0.1 : -0.01)).toArray();
    var result =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "mish"),
            INDEPENDENT,
            new double[][] {relu, mish});
    assertThat(Verdict.of(result).get(0))
        .startsWith(
            "mish and relu differ, but not in one direction: mish is better with 45 of 100 seeds"
                + " (mean improvement 0.0395,");
  }

  @Test
  void theOnlyMethodIsDescribed() {
    double[] scores = {1, 1, 0.5, 1, Double.NaN};
    var result = OneMethod.of("relu", scores, Scoring.ACCURACY, INDEPENDENT, Noun.SEED, 0.95, 1);
    assertThat(Verdict.of(result, "test.accuracy").get(0))
        .matches(
            "The mean of test\\.accuracy over 5 seeds is 0\\.7, 95 % interval \\[0\\.\\d+, \\S+\\];"
                + " the standard deviation is 0\\.447\\.");
    assertThat(Cautions.of(result))
        .containsExactly("Intervals from fewer than 10 seeds are too narrow.");
  }

  @Test
  void theIntervalOfTheOnlyMethodSuitsItsDesign() {
    double[] scores = scores(8, 0.9, 0.01, "relu");
    var splits =
        OneMethod.of(
            "relu", scores, Scoring.ACCURACY, new Design.Resplit(80, 20), Noun.SPLIT, 0.95, 1);
    assertThat(splits.interval()).isEqualTo(TTest.resampled(scores, 0.25).interval(0.95));
    assertThat(Cautions.of(splits)).isEmpty();

    var losses = OneMethod.of("relu", scores, Scoring.LOSS, INDEPENDENT, Noun.SEED, 0.95, 1);
    assertThat(losses.interval())
        .isEqualTo(new Bootstrap(1, "relu", Bootstrap.RESAMPLES).medianInterval(scores, 0.95));
    assertThat(Verdict.of(losses, "train.loss").get(0))
        .startsWith("The median of train.loss over 8 seeds is 0.");

    var one =
        OneMethod.of("relu", new double[] {0.5}, Scoring.LOSS, INDEPENDENT, Noun.SEED, 0.95, 1);
    assertThat(Verdict.of(one, "train.loss")).containsExactly("With 1 seed, train.loss is 0.5.");
  }

  @Test
  void noiseCannotBeToldApart() {
    double[][] scores = {scores(12, 0.9, 0.01, "relu"), scores(12, 0.895, 0.01, "gelu")};
    var result =
        OneDataset.of(comparison(Scoring.ACCURACY, 0, "relu", "gelu"), INDEPENDENT, scores);
    assertThat(Verdict.of(result).get(0)).startsWith("gelu and relu cannot be told apart (mean");
    assertThat(Cautions.of(result))
        .singleElement()
        .asString()
        .matches(
            "Telling gelu from relu at a difference of 0\\.\\d+ takes about \\d+ seeds"
                + " \\(power 80 %\\)\\.");
  }

  @Test
  void smallDifferencesArePracticallyNone() {
    double[] relu = scores(30, 0.9, 0.01, "relu");
    double[][] equal = {relu, plus(relu, scores(30, 0, 0.001, "noise"))};
    var comparison = comparison(Scoring.ACCURACY, 0.01, "relu", "gelu");
    assertThat(Verdict.of(OneDataset.of(comparison, INDEPENDENT, equal)).get(0))
        .startsWith(
            "gelu and relu are practically equivalent: their difference lies within the ±0.01 that"
                + " count as equal (");

    double[][] shifted = {relu, plus(relu, scores(30, 0.003, 0.001, "noise"))};
    assertThat(Verdict.of(OneDataset.of(comparison, INDEPENDENT, shifted)).get(0))
        .startsWith("gelu beats relu with 30 of 30 seeds")
        .endsWith(", yet by less than the ±0.01 that count as equal.");
  }

  @Test
  void tiesAreCountedBesideWins() {
    double[] relu = scores(30, 0.9, 0.01, "relu");
    double[] mish =
        IntStream.range(0, 30).mapToDouble(i -> relu[i] + (i < 6 ? 0 : 0.01 + 1e-4 * i)).toArray();
    var result =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "mish"),
            INDEPENDENT,
            new double[][] {relu, mish});
    assertThat(Verdict.of(result).get(0))
        .startsWith("mish beats relu with 24 of 30 seeds, 6 tied (");
  }

  @Test
  void equalScoresAreSaidToBeTheSameAndNoMore() {
    double[] relu = scores(30, 0.9, 0.01, "relu");
    var result =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0.01, "relu", "celu"),
            INDEPENDENT,
            new double[][] {relu, relu});
    assertThat(Verdict.of(result))
        .containsExactly("celu and relu have the same score with 30 of 30 seeds.");
  }

  @Test
  void settingsShareOneFamilyOfPValues() {
    Comparison comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish");
    OneDataset alone =
        OneDataset.of(
            comparison,
            INDEPENDENT,
            new double[][] {scores(8, 0.9, 0.001, "relu"), scores(8, 0.95, 0.001, "mish")});
    assertThat(alone.contrasts().get(0).adjustedP()).isEqualTo(0.0078125);
    List<OneDataset> nine = OneDataset.adjusted(Collections.nCopies(9, alone));
    assertThat(nine).allMatch(each -> each.family() == 9);
    assertThat(nine.get(0).contrasts().get(0).adjustedP()).isEqualTo(9 * 0.0078125);
    assertThat(Verdict.of(nine.get(0)).get(0)).contains("cannot be told apart", "after Holm");
    assertThat(Cautions.of(nine.get(0)).get(0)).contains("after Holm over 9 comparisons");
  }

  @Test
  void withAFixedReferenceOnlyComparisonsWithItCount() {
    Comparison comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish", "gelu");
    var fixed = ManyDatasets.of(comparison, PostHoc.WILCOXON_HOLM, Family.REFERENCE, many(12));
    var pairs = ManyDatasets.of(comparison, many(12));
    assertThat(fixed.comparisons()).isEqualTo(2);
    assertThat(pairs.comparisons()).isEqualTo(3);
    assertThat(fixed.adjustedP(1, 0)).isEqualTo(fixed.adjustedP(0, 1)).isLessThan(0.001);
    assertThat(pairs.adjustedP(1, 0)).isGreaterThan(0.001);
    assertThat(fixed.cliques()).as("bars are of all pairs").isEqualTo(pairs.cliques());
    assertThat(Verdict.of(fixed)).noneMatch(sentence -> sentence.contains("best mean rank"));
  }

  @Test
  void manyMethodsShareASentenceForEachKindOfFindingTheBestFirst() {
    double[] relu = scores(30, 0.9, 0.01, "relu");
    double[][] scores =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  double improvement = i == 0 ? 0 : i < 4 ? 0.02 + i * 0.01 : i < 12 ? 0 : -0.05;
                  double noise = i == 0 ? 0 : i < 6 ? 0.001 : 0.05;
                  return plus(relu, scores(30, improvement, noise, "a" + i));
                })
            .toArray(double[][]::new);
    String[] names = IntStream.range(0, 20).mapToObj(i -> "a" + i).toArray(String[]::new);
    var result = OneDataset.of(comparison(Scoring.ACCURACY, 0.01, names), INDEPENDENT, scores);

    assertThat(Verdict.of(result))
        .satisfiesExactly(
            better ->
                assertThat(better)
                    .matches(
                        "a3, a2 and a1 beat a0 \\(mean improvements from 0\\.0298 to 0\\.0498, largest p"
                            + " < 0\\.001 after Holm\\)\\."),
            equivalent ->
                assertThat(equivalent)
                    .matches(
                        "a[45] and a[45] are practically equivalent to a0: their mean improvements lie"
                            + " within the ±0\\.01 that count as equal \\(two one-sided tests,"
                            + " largest p < 0\\.001 after Holm\\)\\."),
            undecided ->
                assertThat(undecided).contains(" cannot be told apart from a0 (smallest p = "),
            worse ->
                assertThat(worse).startsWith("a0 beats ").contains("mean improvements from 0.0"));
  }

  @Test
  void moreUndecidedMethodsThanAnybodyReadsAreCounted() {
    String[] names = IntStream.range(0, 40).mapToObj(i -> "a" + i).toArray(String[]::new);
    double[][] scores =
        IntStream.range(0, 40)
            .mapToObj(i -> scores(30, 0.9, 0.05, names[i]))
            .toArray(double[][]::new);
    var result = OneDataset.of(comparison(Scoring.ACCURACY, 0, names), INDEPENDENT, scores);
    assertThat(Verdict.of(result))
        .singleElement()
        .asString()
        .matches("39 others cannot be told apart from a0 \\(smallest p = \\S+ after Holm\\)\\.");
  }

  @Test
  void whatManyUndecidedMethodsWouldTakeIsOneSentence() {
    String[] names = IntStream.range(0, 20).mapToObj(i -> "a" + i).toArray(String[]::new);
    double[][] scores =
        IntStream.range(0, 20)
            .mapToObj(i -> scores(30, 0.9, 0.02 + i * 0.001, names[i]))
            .toArray(double[][]::new);
    var comparison = comparison(Scoring.ACCURACY, 0.01, names);
    assertThat(Cautions.of(OneDataset.of(comparison, INDEPENDENT, scores)))
        .satisfiesExactly(
            needed ->
                assertThat(needed)
                    .matches(
                        "Telling the 19 methods that are left from a0 at a difference of 0\\.01 takes"
                            + " from \\d+ to \\d+ seeds, by the method \\(power 80 %\\)\\."));
  }

  @Test
  void whereManyMethodsFailTheyAreListedOnce() {
    List<Cautions.Outcomes> outcomes =
        IntStream.range(0, 20)
            .mapToObj(i -> new Cautions.Outcomes("a" + i, 30, i < 13 ? 1 : 0, 0))
            .toList();
    assertThat(Cautions.of(Scoring.ACCURACY, outcomes, 0.5))
        .singleElement()
        .asString()
        .startsWith("Trials failed or diverged, of 30 each: a0 1, a1 1,")
        .endsWith(" and a12 1; they count as 0.");
  }

  @Test
  void fromOneSeedNothingIsConcluded() {
    var alone =
        OneMethod.of(
            "relu", new double[] {0.88}, Scoring.ACCURACY, INDEPENDENT, Noun.SEED, 0.95, 1);
    String nothing =
        "Nothing can be concluded from 1 seed: one value has no spread and no interval.";
    assertThat(Verdict.of(alone, "test.accuracy"))
        .containsExactly("With 1 seed, test.accuracy is 0.88.");
    assertThat(Cautions.of(alone)).containsExactly(nothing);

    var comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish");
    var two = OneDataset.of(comparison, INDEPENDENT, new double[][] {{0.88}, {0.89}});
    assertThat(Verdict.of(two))
        .containsExactly(
            "mish and relu cannot be told apart (mean improvement 0.01, no interval, p = 1).");
    assertThat(Cautions.of(two)).startsWith(nothing).noneMatch(it -> it.contains("too narrow"));
  }

  @Test
  void fromTwoSplitsNothingIsConcluded() {
    var comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish");
    var two =
        OneDataset.of(
            comparison, new Design.Resplit(80, 20), new double[][] {{0.8, 0.9}, {0.7, 0.85}});
    assertThat(Cautions.of(two))
        .as("nor how many splits it would take")
        .containsExactly("Nothing can be concluded from 2 %s.".formatted(two.repetition().many()));
  }

  @Test
  void failuresAreNotTheSameScore() {
    double nan = Double.NaN;
    var comparison = comparison(Scoring.LOSS, 0, "relu", "tanh");
    var all =
        OneDataset.of(comparison, INDEPENDENT, new double[][] {{nan, nan, nan}, {nan, nan, nan}});
    assertThat(Verdict.of(all))
        .containsExactly(
            "tanh and relu cannot be compared: both failed or diverged with 3 of 3 seeds.");
    var some =
        OneDataset.of(comparison, INDEPENDENT, new double[][] {{nan, 0.5, nan}, {nan, 0.5, nan}});
    assertThat(Verdict.of(some))
        .containsExactly(
            "tanh and relu have the same score with 3 of 3 seeds, but with 2 of them both failed or diverged.");
  }

  @Test
  void gainsThatCancelHaveAMeanOfZero() {
    double[] relu = {0.98, 0.97, 0.99, 0.96};
    double third = 1 / 3.0;
    double[] mish = {0.98 + third / 10, 0.97 - third / 10, 0.99, 0.96};
    var comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish");
    var result = OneDataset.of(comparison, INDEPENDENT, new double[][] {relu, mish});
    assertThat(result.contrasts().get(0).wins()).isEqualTo(1);
    assertThat(result.contrasts().get(0).difference()).isEqualTo(0);
  }

  @Test
  void sixSeedsAreTooFewForElevenComparisons() {
    String[] names = IntStream.range(0, 12).mapToObj(i -> "a" + i).toArray(String[]::new);
    double[][] scores =
        IntStream.range(0, 12)
            .mapToObj(i -> scores(6, 0.5 + i * 0.01, 1e-4, names[i]))
            .toArray(double[][]::new);
    var result = OneDataset.of(comparison(Scoring.ACCURACY, 0, names), INDEPENDENT, scores);
    assertThat(Cautions.of(result))
        .startsWith(
            "6 seeds cannot show much: a method that is better with every seed has p = 0.34 after"
                + " Holm over 11 comparisons. At least 9 seeds are needed.",
            "Intervals from fewer than 10 seeds are too narrow.");
  }

  @Test
  void failedTrialsAreCounted() {
    double[] failing = scores(12, 0.9, 0.01, "selu");
    failing[3] = Double.NaN;
    double[][] scores = {scores(12, 0.9, 0.01, "relu"), failing};
    var accuracy =
        OneDataset.of(comparison(Scoring.ACCURACY, 0, "relu", "selu"), INDEPENDENT, scores);
    assertThat(accuracy.locations().get(1).center()).isLessThan(0.85);
    var loss = OneDataset.of(comparison(Scoring.LOSS, 0, "relu", "selu"), INDEPENDENT, scores);
    assertThat(loss.contrasts().get(0).difference()).isFinite();

    var outcomes = List.of(new Cautions.Outcomes("selu", 12, 1, 2));
    assertThat(Cautions.of(Scoring.ACCURACY, outcomes, 0.5))
        .containsExactly(
            "selu failed or diverged in 1 of 12 trials; they count as 0.",
            "selu was undecided in 2 of 12 trials; they count as 0.5, a guess.");
    assertThat(Cautions.of(Scoring.LOSS, outcomes, Double.NaN))
        .containsExactly(
            "selu failed or diverged in 1 of 12 trials; they count as infinitely bad.",
            "selu was undecided in 2 of 12 trials; they count as infinitely bad.");
  }

  @Test
  void resplitDataNeedTheCorrectedTest() {
    double[][] scores = {scores(30, 0.9, 0.01, "relu"), scores(30, 0.904, 0.01, "mish")};
    var comparison = comparison(Scoring.ACCURACY, 0, "relu", "mish");
    var independent = OneDataset.of(comparison, INDEPENDENT, scores).contrasts().get(0);
    var resplit = OneDataset.of(comparison, new Design.Resplit(80, 20), scores);
    var contrast = resplit.contrasts().get(0);

    assertThat(contrast.p()).isGreaterThan(independent.p());
    assertThat(contrast.interval().contains(independent.interval().lower())).isTrue();
    assertThat(contrast.interval().contains(independent.interval().upper())).isTrue();
    assertThat(Cautions.of(resplit))
        .singleElement()
        .asString()
        .endsWith(" takes more rows of data: no number of splits of these rows is enough.");
  }

  /** Alone p is 0.025, over three comparisons 0.076. */
  @Test
  void anIntervalThatLeavesOutZeroIsExplained() {
    double[] reference = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
    double[] better = {0.51, 0.56, 0.53, 0.55, 0.54, 0.54};
    double[] other = {0.4, 0.6, 0.4, 0.6, 0.4, 0.62};
    var result =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "tanh", "elu", "selu"),
            new Design.Resplit(3, 1),
            new double[][] {reference, better, other, other});

    assertThat(Verdict.of(OneDataset.adjusted(List.of(result)).get(0)))
        .singleElement()
        .asString()
        .startsWith("tanh, elu and selu cannot be told apart");
    var two =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "tanh"),
            new Design.Resplit(3, 1),
            new double[][] {reference, better});
    var noise =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "elu", "selu"),
            new Design.Resplit(3, 1),
            new double[][] {reference, other, other});
    assertThat(Verdict.of(OneDataset.adjusted(List.of(two, noise)).get(0)))
        .singleElement()
        .asString()
        .startsWith("tanh and relu cannot be told apart")
        .endsWith(
            "; the interval excludes 0 because it covers this comparison alone, while p is adjusted"
                + " over 3.");
  }

  @Test
  void aFailureLeavesNothingForTheCorrectedTestOfLosses() {
    double[][] losses = {{1, 2, 3}, {0.5, Double.NaN, 1}};
    var comparison = comparison(Scoring.LOSS, 0, "relu", "mish");
    var contrast = OneDataset.of(comparison, new Design.Resplit(4, 1), losses).contrasts().get(0);
    assertThat(contrast.p()).isEqualTo(1);
    assertThat(contrast.interval()).isEqualTo(Interval.unbounded(0.95));
  }

  @Test
  void oneSeedIsAnswered() {
    var result =
        OneDataset.of(
            comparison(Scoring.ACCURACY, 0, "relu", "mish"),
            INDEPENDENT,
            new double[][] {{1}, {0}});
    assertThat(Verdict.of(result))
        .containsExactly(
            "mish and relu cannot be told apart (mean improvement −1, no interval, p = 1).");
    assertThat(Cautions.of(result))
        .contains(
            "1 seed cannot show much: a method that is better with every seed has p = 1."
                + " At least 6 seeds are needed.");
  }

  @Test
  void overDataSetsThereIsARankingATestAndASentenceForEach() {
    var result = ManyDatasets.of(comparison(Scoring.ACCURACY, 0, "relu", "mish", "gelu"), many(12));
    assertThat(Verdict.of(result))
        .satisfiesExactly(
            ranking ->
                assertThat(ranking).startsWith("Mean ranks over 12 data sets, 1 for the best"),
            test -> assertThat(test).startsWith("They differ by more than chance (Friedman test"),
            best ->
                assertThat(best)
                    .isEqualTo("mish has the best mean rank, but cannot be told apart from gelu."),
            mish ->
                assertThat(mish)
                    .matches(
                        "mish beats relu on 12 of 12 data sets \\(p = 0.0015 after Holm\\)\\."),
            gelu -> assertThat(gelu).startsWith("gelu beats relu on 12 of 12 data sets (p = "));
    assertThat(Cautions.of(result)).isEmpty();
    assertThat(result.cliques()).containsExactly(List.of(1, 2));
    assertThat(result.interquartileMeans()).hasSize(3);
  }

  @Test
  void theRegionOfPracticalEquivalenceBringsProbabilities() {
    var comparison = comparison(Scoring.ACCURACY, 0.01, "relu", "mish", "gelu");
    assertThat(Verdict.of(ManyDatasets.of(comparison, many(12))).get(3))
        .endsWith(
            "; Bayesian signed-rank test: better with probability > 0.99, equal within ±0.01 with"
                + " < 0.01, worse with < 0.01.");
  }

  @Test
  void overDataSetsEqualityIsSaidByTests() {
    double[][][] scores =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    IntStream.range(0, 4)
                        .mapToObj(k -> scores(3, 0.5, k == 3 ? 0.1 : 1e-4, "a" + k + i))
                        .toArray(double[][]::new))
            .toArray(double[][][]::new);
    var comparison = comparison(Scoring.ACCURACY, 0.01, "relu", "mish", "gelu", "cube");
    assertThat(Verdict.of(ManyDatasets.of(comparison, scores)))
        .contains(
            "mish and relu are practically equivalent over data sets: the mean improvement lies within the"
                + " ±0.01 that count as equal (mish better on 10 of 20 data sets; two one-sided"
                + " tests: p < 0.001 after Holm).");
    assertThat(Verdict.of(ManyDatasets.of(comparison, Arrays.copyOf(scores, 9))))
        .as("nine data sets say nothing of the kind")
        .noneMatch(sentence -> sentence.contains("equivalent"));
  }

  @Test
  void equalMethodsMayOweTheirRanksToChance() {
    double[][][] scores = {{{1}, {2}, {3}}, {{3}, {1}, {2}}, {{2}, {3}, {1}}};
    var result = ManyDatasets.of(comparison(Scoring.LOSS, 0, "relu", "mish", "gelu"), scores);
    assertThat(Verdict.of(result))
        .startsWith(
            "Mean ranks over 3 data sets, 1 for the best: relu 2, mish 2 and gelu 2.",
            "These ranks may be due to chance alone" + " (Friedman test by permutation, p = 1).");
  }

  @Test
  void threeDataSetsAreTooFew() {
    var result = ManyDatasets.of(comparison(Scoring.ACCURACY, 0, "relu", "mish", "gelu"), many(3));
    assertThat(Verdict.of(result))
        .contains(
            "mish and relu cannot be told apart (mish better on 3 of 3 data sets, p = 0.75 after"
                + " Holm).");
    assertThat(Cautions.of(result))
        .containsExactly(
            "3 data sets cannot show much: a method that is better on every data set has p = 0.75"
                + " after Holm over 3 comparisons. At least 7 data sets are needed.");
  }

  @Test
  void lossesOverDataSetsHaveNoMeans() {
    double[][][] losses = many(4);
    losses[0][1] = new double[] {Double.NaN, Double.NaN, 0.1};
    var result = ManyDatasets.of(comparison(Scoring.LOSS, 0, "relu", "mish", "gelu"), losses);
    assertThat(result.centers()[0][1]).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(result.interquartileMeans()).isEmpty();
    assertThat(result.friedman().meanRanks()[1]).isGreaterThan(2);
  }

  @Test
  void aComparisonIsCheckedBeforeAnythingIsComputed() {
    assertThatThrownBy(() -> comparison(Scoring.LOSS, 0, "relu"))
        .hasMessage("a comparison needs at least 2 names but was given [relu]");
    assertThatThrownBy(() -> comparison(Scoring.LOSS, -1, "relu", "mish"))
        .hasMessage("the region of practical equivalence must be a number ≥ 0 but was -1.0");
    assertThatThrownBy(
            () ->
                OneDataset.of(
                    comparison(Scoring.LOSS, 0, "relu", "mish"), INDEPENDENT, new double[3][1]))
        .hasMessage("expected results of 2 methods [relu, mish] but was given 3");
  }

  /** Data sets × (relu, mish, gelu) × 3 seeds: mish and gelu better by 0.05, and alike. */
  private static double[][][] many(int datasets) {
    return IntStream.range(0, datasets)
        .mapToObj(
            i ->
                new double[][] {
                  scores(3, 0.5 + i * 0.02, 1e-3, "relu" + i),
                  scores(3, 0.552 + i * 0.02, 8e-3, "mish" + i),
                  scores(3, 0.55 + i * 0.02, 8e-3, "gelu" + i)
                })
        .toArray(double[][][]::new);
  }

  private static double[] plus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }
}
