package dev.kassei.batch.report;

import dev.kassei.batch.statistics.Phrases;
import dev.kassei.results.record.ComparedRecord.Center;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.text.Rounded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Numbers as they stand in tables. */
final class Figures {
  private static final int USUAL_DECIMALS = 3;
  private static final int MAX_DECIMALS = 6;

  private Figures() {}

  /** The decimals that show two digits of the smallest spread. */
  static int decimals(List<MethodRecord> methods) {
    return methods.stream()
        .mapToDouble(MethodRecord::spread)
        .filter(spread -> spread > 0 && Double.isFinite(spread))
        .mapToInt(spread -> new BigDecimal(spread).round(new MathContext(2)).scale())
        .map(decimals -> Math.min(Math.max(decimals, 0), MAX_DECIMALS))
        .max()
        .orElse(USUAL_DECIMALS);
  }

  /** Such as {@code 0.940 ± 0.013} or {@code 0.31 [0.28, 0.40]}. */
  static String location(MethodRecord method, Center center, int decimals) {
    String middle = fixed(method.center(), decimals);
    if (method.isSingle()) {
      return middle;
    }
    return center == Center.MEAN
        ? middle + " ± " + fixed(method.spread(), decimals)
        : "%s [%s, %s]"
            .formatted(
                middle,
                fixed(method.lowerQuartile(), decimals),
                fixed(method.upperQuartile(), decimals));
  }

  /** Such as {@code 0.0125 [0.006, 0.0187]}; the number alone where the interval bounds nothing. */
  static String estimate(double value, double lower, double upper) {
    if (isUnbounded(lower, upper)) {
      return Phrases.number(value);
    }
    return "%s [%s, %s]"
        .formatted(Phrases.number(value), Phrases.number(lower), Phrases.number(upper));
  }

  /** Whether an interval excludes nothing, and so is none. */
  static boolean isUnbounded(double lower, double upper) {
    return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
  }

  /** A p value without the letter, such as {@code 0.031} or {@code < 0.001}. */
  static String p(double p) {
    return Rounded.PRINT.p(p);
  }

  /** A score by itself: three decimals, or three digits of a small one; a dash for none. */
  static String score(double score) {
    if (Double.isNaN(score)) {
      return "–";
    }
    return Math.abs(score) >= 0.1 ? fixed(score, USUAL_DECIMALS) : Phrases.number(score);
  }

  /** A number with so many decimals. */
  static String fixed(double value, int decimals) {
    return Rounded.PRINT.decimals(value, decimals);
  }
}
