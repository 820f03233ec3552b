package dev.kassei.batch.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers and lists as they stand in a sentence. */
public final class Phrases {
  private static final double SMALLEST_P = 0.001;

  private Phrases() {}

  /** A number with 3 significant digits. */
  public static String number(double value) {
    return digits(value, 3);
  }

  /** Such as {@code [0.0061, 0.0203]}. */
  static String interval(Interval interval) {
    return "[" + number(interval.lower()) + ", " + number(interval.upper()) + "]";
  }

  /** Such as {@code p = 0.031}, with 2 significant digits. */
  public static String p(double p) {
    return p < SMALLEST_P ? "p < 0.001" : "p = " + digits(p, 2);
  }

  /** The same with {@code after Holm}, if there is more than one comparison. */
  static String adjustedP(double p, int comparisons) {
    return comparisons == 1 ? p(p) : p(p) + " after Holm";
  }

  /** The same after the comparison of many data sets. */
  static String adjustedP(double p, ManyDatasets result) {
    return result.postHoc() == PostHoc.NEMENYI
        ? p(p) + " after Nemenyi"
        : adjustedP(p, result.comparisons());
  }

  /** A probability from draws, which make it exact to about 0.005: 1 and 0 would say too much. */
  public static String probability(double probability) {
    if (probability > 0.99) {
      return "> 0.99";
    }
    return probability < 0.01 ? "< 0.01" : number(Math.rint(100 * probability) / 100);
  }

  /** Such as {@code ±0.01 that count as equal}. */
  static String region(Comparison comparison) {
    return "±" + number(comparison.region()) + " that count as equal";
  }

  /** Such as {@code 95 %}. */
  public static String percent(double share) {
    return digits(100 * share, 3) + " %";
  }

  /** Such as {@code 24 of 30 seeds}, followed by {@code , 3 tied} if any are. */
  static String wins(int wins, int ties, int number, Noun noun) {
    return wins + " of " + noun.count(number) + (ties == 0 ? "" : ", " + ties + " tied");
  }

  /** Such as {@code a, b and c}. */
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String digits(double value, int significant) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    var rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
    String text = plain(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
    return text.replace('-', '−');
  }

  /** Without an exponent, unless that takes many zeros. */
  private static String plain(BigDecimal value) {
    boolean readable = value.scale() <= 8 && value.precision() - value.scale() <= 8;
    return readable ? value.toPlainString() : value.toString();
  }
}
