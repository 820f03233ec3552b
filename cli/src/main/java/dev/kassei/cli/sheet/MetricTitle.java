package dev.kassei.cli.sheet;

import java.util.Locale;

/** The name of a metric as it is printed. */
public final class MetricTitle {
  private MetricTitle() {}

  /** {@code validation.loss} as {@code Validation loss}. */
  public static String of(String name) {
    String words = name.replace('.', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
