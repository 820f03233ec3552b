package dev.kassei.experiment.config;

import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.plugin.Families;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other libraries call a measure, such as {@code val_loss}, and what it is here. */
final class ForeignMeasure {
  private static final Pattern FORM = Pattern.compile("(?<split>[a-z]+)[._/ -]+(?<metric>\\w+)");

  /** The split → what others call it. */
  private static final Map<String, List<String>> SPLITS =
      Map.of(
          "validation", List.of("validation", "val", "valid", "dev", "eval"),
          "test", List.of("test", "testing", "holdout"),
          "train", List.of("train", "training"));

  private ForeignMeasure() {}

  /** What is meant by a name; empty if it is none of a split and a metric. */
  static Optional<Measure> of(String name) {
    Matcher parts = FORM.matcher(name.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String metric = Suggestions.translated(Families.METRIC.key(), parts.group("metric"));
    return SPLITS.entrySet().stream()
        .filter(split -> split.getValue().contains(parts.group("split")))
        .map(Entry::getKey)
        .map(split -> new Measure(split, metric))
        .findFirst();
  }
}
