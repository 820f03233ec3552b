package dev.kassei.cli.sheet;

import dev.kassei.batch.analysis.PlannedPower;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.config.Measure;
import dev.kassei.results.record.ShortText;
import dev.kassei.results.text.Noun;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a batch will do before it does it. */
public final class BatchPlan {
  private static final int MAX_SHOWN = 12;
  private static final int MAX_LABEL_LENGTH = 60;
  private static final Noun CHOICE = new Noun("choice", "choices");
  private static final Noun CANDIDATE = new Noun("candidate", "candidates");

  private static final String DEFAULT_MEASURE =
      "test.accuracy, or the next default that all trials have,";

  private final PrintWriter out;
  private final PrintWriter err;

  public BatchPlan(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  public void print(BatchConfig batch) {
    axes(batch.axes());
    out.println("trials: " + batch.trials().size());
    batch.tune().ifPresent(this::tune);
    compare(batch.compare());
    PlannedPower.describe(batch).forEach(sentence -> out.println("power: " + sentence));
    out.flush();
    batch.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
  }

  private void axes(Map<String, List<String>> axes) {
    axes.forEach((path, labels) -> out.println("  " + path + ": " + shown(labels)));
  }

  private void tune(Tune tune) {
    out.printf(
        "tuning: %s (%s × %s × %s), scored by %s%n",
        Noun.TRIAL.count(tune.size()),
        CHOICE.count(tune.groups()),
        CANDIDATE.count(tune.assignments().size()),
        Noun.SEED.count(tune.seeds().size()),
        tune.metric());
    axes(tune.axes());
  }

  private void compare(Compare compare) {
    String measure = compare.measure().map(Measure::toString).orElse(DEFAULT_MEASURE);
    String reference = compare.reference().map(it -> ", with " + it + " as reference").orElse("");
    out.printf(
        "compared: %s of %s, epoch %s%s%n", measure, compare.axis(), compare.epoch(), reference);
  }

  /** What distinguishes a trial. */
  public static String described(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String shown(List<String> full) {
    List<String> labels =
        full.stream().map(label -> ShortText.of(label, MAX_LABEL_LENGTH)).toList();
    if (labels.size() <= MAX_SHOWN) {
      return String.join(", ", labels);
    }
    String first = String.join(", ", labels.subList(0, MAX_SHOWN - 2));
    return "%s, …, %s (%s in all)".formatted(first, labels.get(labels.size() - 1), labels.size());
  }
}
