package dev.kassei.results.text;

import java.util.Locale;

/** Names of keys and columns as headings. */
public final class Heading {
  private Heading() {}

  /**
   * A name such as {@code validation.mean_absolute_error} as {@code Validation mean absolute
   * error}.
   */
  public static String of(String name) {
    String words = name.replace('.', ' ').replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
