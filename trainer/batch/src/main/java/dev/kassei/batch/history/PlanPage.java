package dev.kassei.batch.history;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.plan.Tune;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.ShortText;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@code plan.md}: what will be trained and compared, as a preregistration that can be sent
 * to somebody before the first trial.
 */
public final class PlanPage {
  private static final Noun CHOICE = new Noun("choice", "choices");
  private static final Noun CANDIDATE = new Noun("candidate", "candidates");
  private static final int LONGEST = 60;
  private static final int SUM = 64;

  private final BatchConfig batch;
  private final String version;
  private final PlanLog log;

  private PlanPage(BatchConfig batch, String version, PlanLog log) {
    this.batch = batch;
    this.version = version;
    this.log = log;
  }

  /**
   * Writes the page of a batch's plan, which has been noted in the log.
   *
   * @param version of Kassei
   */
  public static void write(Path folder, BatchConfig batch, String version, PlanLog log)
      throws IOException {
    String text = new PlanPage(batch, version, log).text();
    WholeFile.text(folder.resolve(BatchFiles.PLAN), out -> out.write(text));
  }

  private String text() {
    List<LogEntry.Made> plans = log.plans();
    LogEntry.Made own = plans.get(plans.size() - 1);
    var blocks = new ArrayList<String>();
    blocks.add("# Plan of " + escaped(batch.name()));
    blocks.add(
        "Written by Kassei %s at %s, when %s had ended. SHA-256 of the plan below: `%s`."
            .formatted(version, own.time(), Noun.TRIAL.count(own.trials()), own.plan()));
    if (plans.size() > 1) {
      blocks.add(items(plans.subList(1, plans.size()).stream().map(PlanPage::change).toList()));
    }
    blocks.add("## What is compared");
    blocks.add(items(comparison(batch.compare())));
    blocks.add("## What is trained");
    blocks.add(items(trials()));
    blocks.add("## The whole plan");
    blocks.add(
        "`kassei run` of this text trains and compares the same. Its lines, each ended by a line"
            + " feed, have the sum above.");
    Map<String, String> files = own.inputs().files();
    if (!files.isEmpty()) {
      blocks.add(
          "To run it, save it where its relative paths start, next to these files, each with its"
              + " SHA-256:");
      blocks.add(items(new TreeMap<>(files).entrySet().stream().map(PlanPage::file).toList()));
    }
    blocks.add("```yaml\n" + batch.plan().yaml() + "```");
    return String.join("\n\n", blocks) + "\n";
  }

  /** Several files may have one name. */
  private static String file(Map.Entry<String, String> file) {
    String sums = file.getValue().replaceAll("(.{%s})(?=.)".formatted(SUM), "$1`, `");
    return "%s: `%s`".formatted(file.getKey(), sums);
  }

  private static String change(LogEntry.Made made) {
    return "Changed at %s, when %s had ended: %s."
        .formatted(made.time(), Noun.TRIAL.count(made.trials()), String.join("; ", made.changes()));
  }

  private List<String> comparison(Compare compare) {
    var items = new ArrayList<String>();
    items.add("The values of `%s` are compared.".formatted(compare.axis()));
    items.add(
        compare
                .measure()
                .map(it -> "The metric is %s".formatted(it))
                .orElse(
                    "The metric is the first that all trials have of test.accuracy, test.loss,"
                        + " validation.accuracy, validation.loss, train.accuracy and the training loss")
            + ", "
            + epoch(compare.epoch())
            + ".");
    items.add(
        compare
            .reference()
            .map(value -> "The reference is %s.".formatted(value))
            .orElse("No reference is fixed: the first value is the reference."));
    items.add(
        compare.rope() == 0
            ? "There is no region of practical equivalence: every difference matters."
            : "Differences within ±%s do not matter (the region of practical equivalence)."
                .formatted(Numbers.text(compare.rope())));
    items.add(
        ("The tests are those that docs/statistics.md of Kassei %s describes, at the level 0.05; over"
                + " several data sets pairs are compared by %s.")
            .formatted(version, compare.postHoc().name().toLowerCase(Locale.ROOT)));
    return items;
  }

  private static String epoch(ComparedEpoch epoch) {
    return switch (epoch.kind()) {
      case BEST -> "at the best epoch on the validation rows";
      case LAST -> "after the last epoch";
      case NUMBER -> "at epoch " + epoch;
    };
  }

  private List<String> trials() {
    var items = new ArrayList<String>();
    items.add(Noun.TRIAL.count(batch.trials().size()) + ".");
    batch.axes().forEach((path, values) -> items.add(axis(path, values)));
    batch.tune().ifPresent(tune -> items.addAll(tuning(tune)));
    return items;
  }

  private static List<String> tuning(Tune tune) {
    var items = new ArrayList<String>();
    items.add(
        "Before that, %s choose settings by %s: %s among %s, each with %s."
            .formatted(
                Noun.TRIAL.count(tune.size()),
                tune.metric(),
                CHOICE.count(tune.groups()),
                CANDIDATE.count(tune.assignments().size()),
                Noun.SEED.count(tune.seeds().size())));
    tune.axes().forEach((path, values) -> items.add(axis(path, values)));
    return items;
  }

  private static String axis(String path, List<String> values) {
    return "`%s`: %s"
        .formatted(
            path,
            values.stream()
                .map(value -> ShortText.of(value, LONGEST))
                .collect(Collectors.joining(", ")));
  }

  private static String items(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "- " + escaped(sentence))
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\|*]|<(?=[A-Za-z/!?])", "\\\\$0").replaceAll("\\s+", " ");
  }
}
