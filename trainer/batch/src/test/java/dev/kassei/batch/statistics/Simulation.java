package dev.kassei.batch.statistics;

import dev.kassei.engine.random.CountedDraws;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often a claim is false where it must not be made, by the tests that verdicts rest on.
 *
 * @param design what is compared
 * @param noise how scores vary
 * @param size the number of repetitions or data sets
 */
record Simulation(Plan design, Noise noise, int size) {
  /**
   * Half the width of the region, and the spread of improvements at its edge, in units of the
   * noise.
   */
  private static final double REGION = 2;

  private static final double ALPHA = 0.05;

  private static final Scoring SCORING = new Scoring(true, -1e9);

  /** How the scores of one method vary, with a standard deviation of 1. */
  enum Noise {
    NORMAL,
    /** Rounded to integers, so that ties are common, as those of accuracies are. */
    ACCURACY,
    /**
     * The sum of two exponential numbers, of skewness 1.4: the tail of improvements at the edge
     * reaches away from the region.
     */
    SKEWED
  }

  /** What is compared with what. */
  enum Plan {
    SEEDS("one data set, seeds", 2, 0),
    SPLITS("one data set, new splits of 80 : 20", 2, 0.25),
    FOLDS("one data set, folds of 10 %", 2, 1.0 / 9),
    METHODS("one data set, seeds, 3 methods against the reference", 4, 0),
    SETTINGS("3 settings, 3 methods against the reference", 4, 0),
    DATASETS("data sets, 3 methods against a fixed reference", 4, 0),
    PAIRS("data sets, all pairs of 4 methods", 4, 0);

    final String text;
    final int methods;
    final double testToTraining;

    Plan(String text, int methods, double testToTraining) {
      this.text = text;
      this.methods = methods;
      this.testToTraining = testToTraining;
    }

    Design design() {
      return testToTraining == 0
          ? new Design.Independent()
          : new Design.Resplit(Math.round(900 / testToTraining), 900);
    }

    /** Each with its own p values in one family. */
    int settings() {
      return this == SETTINGS ? 3 : 1;
    }
  }

  /** The share of runs in which any method is said to be better than another, and none is. */
  double beats(int runs) {
    return share(runs, run -> smallest(settings(run, 0, false), false) <= ALPHA);
  }

  /** The share in which any is said to be equivalent to the reference, and all are at the edge. */
  double equivalent(int runs) {
    return share(runs, run -> smallest(settings(run, REGION, true), true) <= ALPHA / 2);
  }

  private interface Claim {
    boolean isMade(int run);
  }

  private static double share(int runs, Claim claim) {
    return (double) IntStream.range(0, runs).parallel().filter(claim::isMade).count() / runs;
  }

  /** Settings × methods × size; the first method is the reference. */
  private double[][][] settings(int run, double shift, boolean isReferenceFixed) {
    return IntStream.range(0, design.settings())
        .mapToObj(
            setting ->
                IntStream.range(0, design.methods)
                    .mapToObj(method -> scores(run, setting, method, shift, isReferenceFixed))
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  private double[] scores(
      int run, int setting, int method, double shift, boolean isReferenceFixed) {
    if (method == 0 && isReferenceFixed) {
      return new double[size];
    }
    String path = design.name() + noise.name() + size + " " + shift + setting + method;
    CountedDraws draws = CountedDraws.of(1, "simulation", path, run);
    double shared = design.testToTraining / (1 + design.testToTraining);
    double common = Math.sqrt(shared) * draws.normal(0);
    double own = Math.sqrt(1 - shared);
    return IntStream.rangeClosed(1, size)
        .mapToDouble(i -> shift + rounded(common + own * noise(draws, i)))
        .toArray();
  }

  private double rounded(double score) {
    return noise == Noise.ACCURACY ? Math.rint(score) : score;
  }

  private double noise(CountedDraws draws, int index) {
    return noise == Noise.SKEWED
        ? (exponential(draws, index) + exponential(draws, -index) - 2) / Math.sqrt(2)
        : draws.normal(index);
  }

  private static double exponential(CountedDraws draws, int index) {
    return -StrictMath.log(1 - draws.uniform(index));
  }

  /** The smallest p value of a claim after Holm over its family. */
  private double smallest(double[][][] settings, boolean isEquivalence) {
    double[] p =
        Arrays.stream(settings)
            .flatMapToDouble(
                scores ->
                    design == Plan.PAIRS && !isEquivalence
                        ? pairs(scores)
                        : IntStream.range(1, scores.length)
                            .mapToDouble(i -> p(scores[i], scores[0], isEquivalence)))
            .toArray();
    return Arrays.stream(Holm.adjust(p)).min().orElseThrow();
  }

  private static DoubleStream pairs(double[][] scores) {
    return PairwiseWilcoxon.of(transposed(scores), SCORING).pairs().stream()
        .mapToDouble(pair -> pair.wilcoxon().p());
  }

  private double p(double[] scores, double[] reference, boolean isEquivalence) {
    double[] improvements = SCORING.improvements(scores, reference);
    if (!isEquivalence) {
      return Contrast.evidence(improvements, design.design()).p();
    }
    return Equivalence.p(improvements, REGION, design.testToTraining);
  }

  private static double[][] transposed(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(i -> PairwiseWilcoxon.column(rows, i))
        .toArray(double[][]::new);
  }
}
