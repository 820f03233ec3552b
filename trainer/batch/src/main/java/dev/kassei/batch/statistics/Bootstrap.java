package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.engine.random.StandardNormal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence intervals by resampling with replacement.
 *
 * <p>Draw i of resample r is number i of the random stream (seed, "bootstrap", name, r), so an
 * interval depends on seed, name and the values, which are sorted first, and on nothing else.
 *
 * @param name what the interval is for; different names have independent draws
 * @param resamples the number of resamples B, such as {@value #RESAMPLES}
 */
public record Bootstrap(long seed, String name, int resamples) {
  /** The number of resamples with which the ends of a 95 % interval are stable to about 2 %. */
  public static final int RESAMPLES = 9_999;

  public Bootstrap {
    require(resamples >= 1, "expected at least 1 resample but was given %s", resamples);
  }

  /**
   * The bias-corrected and accelerated interval (BCa) of a mean.
   *
   * <p>B. Efron, Better bootstrap confidence intervals, JASA 82 (1987); equations 14.9 to 14.15 of
   * B. Efron, R. J. Tibshirani, An introduction to the bootstrap, 1993, with resamples equal to the
   * mean counting half in the bias (as in SciPy) and quantiles of type 7. Below about 10 values it
   * is too narrow. A single value leaves the interval unbounded; where all are equal it is a point.
   *
   * @param values at least one, finite
   */
  public Interval meanInterval(double[] values, double level) {
    Values.requireFinite(values, 1);
    double[] sorted = Values.sorted(values);
    if (sorted.length == 1) {
      return Interval.unbounded(level);
    }
    if (sorted[0] == sorted[sorted.length - 1]) {
      return new Interval(sorted[0], sorted[0], level);
    }
    double[] means = statistics(number -> meanOfResample(sorted, number));
    double bias = bias(means, plainMean(sorted));
    double acceleration = acceleration(sorted);
    double tail = (1 - level) / 2;
    return new Interval(
        Summary.quantileOfSorted(means, adjusted(tail, bias, acceleration)),
        Summary.quantileOfSorted(means, adjusted(1 - tail, bias, acceleration)),
        level);
  }

  /**
   * The interval between quantiles of the median of resamples; for values some of which may be
   * infinite. (The acceleration of BCa is not defined for a median, which is not smooth.)
   *
   * @param values at least one; a single one leaves the interval unbounded
   */
  public Interval medianInterval(double[] values, double level) {
    Values.requireNumbers(values, 1);
    return values.length == 1
        ? Interval.unbounded(level)
        : percentiles(new double[][] {values}, Resample::median, level);
  }

  /**
   * The interval of the interquartile mean of all scores, with runs resampled within each task: the
   * stratified percentile bootstrap of R. Agarwal et al., Deep reinforcement learning at the edge
   * of the statistical precipice, NeurIPS 2021, section 4.1.
   *
   * @param tasks tasks × runs, at least one of each; tasks may differ in their number of runs
   */
  public Interval interquartileMeanInterval(double[][] tasks, double level) {
    require(tasks.length >= 1, "expected at least one task but was given none");
    for (double[] runs : tasks) {
      Values.requireFinite(runs, 1);
    }
    return percentiles(
        tasks, resample -> Summary.interquartileMeanOfSorted(resample.sorted()), level);
  }

  /**
   * The interval between quantiles of a statistic.
   *
   * @param statistic of a resample of all strata
   */
  private Interval percentiles(
      double[][] strata, ToDoubleFunction<Resample> statistic, double level) {
    Values.requireProbability("the level of an interval", level);
    double[] all = Values.sorted(Values.flatten(strata));
    int[][] places =
        Arrays.stream(strata).map(stratum -> places(stratum, all)).toArray(int[][]::new);
    double[] statistics =
        statistics(number -> statistic.applyAsDouble(resample(all, places, number)));
    double tail = (1 - level) / 2;
    return new Interval(
        Summary.quantileOfSorted(statistics, tail),
        Summary.quantileOfSorted(statistics, 1 - tail),
        level);
  }

  /** Where the values of a stratum, in ascending order, stand among all. */
  private static int[] places(double[] stratum, double[] all) {
    return Arrays.stream(Values.sorted(stratum))
        .mapToInt(value -> Arrays.binarySearch(all, value))
        .toArray();
  }

  /** The statistic of every resample, in ascending order. */
  private double[] statistics(IntToDoubleFunction ofResample) {
    return IntStream.range(0, resamples).parallel().mapToDouble(ofResample).sorted().toArray();
  }

  private double meanOfResample(double[] sorted, int number) {
    long key = CountedDraws.key(seed, Purpose.BOOTSTRAP, name, number);
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[draw(key, i, sorted.length)];
    }
    return sum / sorted.length;
  }

  /** A resample, by counting: to sort each would take most of the time. */
  private Resample resample(double[] all, int[][] places, int number) {
    long key = CountedDraws.key(seed, Purpose.BOOTSTRAP, name, number);
    int[] counts = new int[all.length];
    int next = 0;
    for (int[] stratum : places) {
      for (int i = 0; i < stratum.length; i++) {
        counts[stratum[draw(key, next, stratum.length)]]++;
        next++;
      }
    }
    return new Resample(all, counts);
  }

  private static int draw(long key, int number, int values) {
    return (int) (CountedDraws.uniform(key, number) * values);
  }

  /** The mean without the care of {@link Summary#mean}, which sorts. */
  private static double plainMean(double[] values) {
    return Values.sum(values, 0, values.length) / values.length;
  }

  /** z₀: the normal quantile of the share of resamples below the mean, kept off 0 and 1. */
  private static double bias(double[] means, double mean) {
    double below = Arrays.stream(means).map(each -> 0.5 - 0.5 * Math.signum(each - mean)).sum();
    double margin = 0.5 / means.length;
    double share = Math.max(margin, Math.min(1 - margin, below / means.length));
    return StandardNormal.inverse(share);
  }

  /** â by the jackknife; for a mean, leaving out x moves it by (mean − x) / (n − 1). */
  private static double acceleration(double[] values) {
    double mean = Summary.mean(values);
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double influence = value - mean;
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return cubes / (6 * squares * Math.sqrt(squares));
  }

  private static double adjusted(double probability, double bias, double acceleration) {
    double z = bias + StandardNormal.inverse(probability);
    double moved = bias + z / (1 - acceleration * z);
    return Distributions.normalUpper(-moved);
  }
}
