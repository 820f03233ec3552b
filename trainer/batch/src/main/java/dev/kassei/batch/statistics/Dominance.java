package dev.kassei.batch.statistics;

import java.util.Arrays;

/**
 * How often a value of one sample exceeds a value of another, over all pairs across the samples.
 *
 * @param greater the number of pairs in which the first sample's value is the larger
 * @param ties the number of pairs of equal values
 * @param less the number of pairs in which the first sample's value is the smaller
 */
public record Dominance(long greater, long ties, long less) {
  /**
   * Compares two samples.
   *
   * @param first at least one value; may be infinite
   * @param second at least one value; may be infinite
   */
  public static Dominance of(double[] first, double[] second) {
    Values.requireNumbers(first, 1);
    Values.requireNumbers(second, 1);
    var others = OrderedSample.of(second);
    long greater = Arrays.stream(first).mapToLong(others::below).sum();
    long less = Arrays.stream(first).mapToLong(others::above).sum();
    long pairs = (long) first.length * second.length;
    return new Dominance(greater, pairs - greater - less, less);
  }

  /**
   * The probability that the first exceeds the second, ties counting half: A₁₂ of A. Vargha, H. D.
   * Delaney, A critique and improvement of the CL common language effect size statistics, Journal
   * of Educational and Behavioral Statistics 25 (2000), equation 2.
   */
  public double probability() {
    return (greater + ties / 2.0) / pairs();
  }

  /**
   * Cliff's delta, P(A > B) − P(A < B), from −1 to 1: N. Cliff, Dominance statistics, Psychological
   * Bulletin 114 (1993).
   */
  public double delta() {
    return (double) (greater - less) / pairs();
  }

  private long pairs() {
    return greater + ties + less;
  }
}
