package dev.kassei.results.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of keys and columns as headings. */
public final class Heading {
  /** What the field writes in another way than a key. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of(
          "auc", "AUC", "f1", "F1", "mcc", "MCC", "pr", "PR", "r2", "R²", "rmse", "RMSE", "roc",
          "ROC");

  private Heading() {}

  /**
   * A name such as {@code validation.mean_absolute_error} as {@code Validation mean absolute
   * error}, and {@code test.roc_auc} as {@code Test ROC AUC}.
   */
  public static String of(String name) {
    String words =
        Arrays.stream(name.split("[._]", -1))
            .map(word -> ABBREVIATIONS.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
