package dev.kassei.builtins.dataset;

import dev.kassei.results.csv.Decimals;
import dev.kassei.results.text.Shortened;
import java.util.regex.Pattern;

/** Says what a cell that should hold a number rather looks like, and what can be done. */
final class WrongNumber {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})([T ].*)?"
              + "|\\d{1,2}:\\d{2}(:\\d{2}.*)?");

  private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");

  private WrongNumber() {}

  /**
   * What is wrong.
   *
   * @param column its name
   * @param isFeature whether the column could be left out
   */
  static String complaint(String text, String column, boolean isFeature) {
    if (DATE.matcher(text).matches()) {
      return date(text, column, isFeature);
    }
    String complaint = Decimals.complaint(text);
    if (GROUPED.matcher(text).matches()) {
      return complaint
          + "; if the comma separates thousands: thousands: ','; if it is a decimal point: decimal: ','";
    }
    if (COMMA.matcher(text).matches()) {
      return complaint + "; if the comma is a decimal point: decimal: ','";
    }
    return isFeature && Decimals.isName(text)
        ? complaint
            + "; if the column holds categories: categorical: ['%s']; if it names rows: ignore: ['%s']"
                .formatted(column, column)
        : complaint;
  }

  private static String date(String text, String column, boolean isFeature) {
    String complaint =
        "expected a number but '%s' looks like a date or time, which has no scale of its own; write it as numbers, such as days since the first, the month or the hour"
            .formatted(Shortened.text(text));
    return isFeature
        ? complaint + ", or leave it out: ignore: ['%s']".formatted(column)
        : complaint;
  }
}
