package dev.kassei.batch.analysis;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.ComparedEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what was compared, and what of it was fixed beforehand. */
final class Description {
  private final AnalysisInput input;
  private final ComparisonSettings comparisonSettings;

  Description(AnalysisInput input, ComparisonSettings comparisonSettings) {
    this.input = input;
    this.comparisonSettings = comparisonSettings;
  }

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    sentences.add(whatIsCompared());
    if (comparisonSettings.rope() > 0 && !comparisonSettings.isAlone()) {
      sentences.add(
          "Differences within ±%s count as equal."
              .formatted(Numbers.text(comparisonSettings.rope())));
    }
    defaults(sentences);
    afterwards(sentences);
    return sentences;
  }

  private String whatIsCompared() {
    Criterion criterion = comparisonSettings.criterion();
    String by =
        "%s %s (%s is better)"
            .formatted(
                criterion.measure(),
                epoch(criterion.epoch()),
                criterion.scoring().higherIsBetter() ? "higher" : "lower");
    return comparisonSettings.isAlone()
        ? "There is nothing to compare; the metric is %s.".formatted(by)
        : "The values of %s are compared by %s; the reference is %s."
            .formatted(input.compare().axis(), by, comparisonSettings.reference());
  }

  private static String epoch(ComparedEpoch epoch) {
    return switch (epoch.kind()) {
      case BEST -> "at the best epoch on the validation rows";
      case LAST -> "after the last epoch";
      case NUMBER -> "at epoch " + epoch;
    };
  }

  private void defaults(List<String> sentences) {
    Compare compare = input.compare();
    if (compare.measure().isEmpty()) {
      sentences.add(
          "No metric was fixed, so the default for this data is used, %s."
              .formatted(comparisonSettings.criterion().measure()));
    }
    if (compare.reference().isEmpty() && !comparisonSettings.isAlone()) {
      sentences.add(
          "No reference was fixed, so the first value, %s, is the reference."
              .formatted(comparisonSettings.reference()));
    }
  }

  private void afterwards(List<String> sentences) {
    Optional<String> chosen = chosen();
    Optional<String> early = early();
    chosen.ifPresent(sentences::add);
    sentences.addAll(input.history().sentences());
    early.ifPresent(sentences::add);
    if (early.isEmpty()
        && chosen.isEmpty()
        && input.history().isFixed()
        && isComplete(input.compare())) {
      sentences.add("All of this was fixed before any trial ran.");
    }
  }

  /** The sentences without which no p value should be quoted; empty where there are none. */
  Optional<String> reservation() {
    List<String> sentences =
        Stream.of(chosen(), input.history().reservation(), early())
            .flatMap(Optional::stream)
            .toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private Optional<String> chosen() {
    List<String> chosen = input.afterwards();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Chosen afterwards, with the results already known: %s. The p values are too small by an"
                    .formatted(String.join(", ", chosen))
                + " unknown amount.");
  }

  private Optional<String> early() {
    long ended = input.trials().stream().filter(trial -> trial.result().isPresent()).count();
    return ended == input.trials().size()
        ? Optional.empty()
        : Optional.of(
            "These are interim results: %s of %s trials have ended."
                .formatted(ended, input.trials().size()));
  }

  private static boolean isComplete(Compare compare) {
    return compare.measure().isPresent() && compare.reference().isPresent();
  }
}
