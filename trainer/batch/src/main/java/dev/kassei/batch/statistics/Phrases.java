package dev.kassei.batch.statistics;

import dev.kassei.results.text.Noun;
import dev.kassei.results.text.Rounded;
import java.util.List;

/** Numbers and lists as they stand in a sentence. */
public final class Phrases {
  private Phrases() {}

  /** A number with 3 significant digits. */
  public static String number(double value) {
    return Rounded.PRINT.atMost(value, 3);
  }

  /** Such as {@code [0.0061, 0.0203]}. */
  static String interval(Interval interval) {
    return "[" + number(interval.lower()) + ", " + number(interval.upper()) + "]";
  }

  /** Such as {@code p = 0.031}, with 2 significant digits. */
  public static String p(double p) {
    String value = Rounded.PRINT.p(p);
    return value.startsWith("<") ? "p " + value : "p = " + value;
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

  /** Such as {@code ±0.01 that count as equal}. */
  static String region(Comparison comparison) {
    return "±" + number(comparison.region()) + " that count as equal";
  }

  /** Such as {@code 95 %}. */
  public static String percent(double share) {
    return number(100 * share) + " %";
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
}
