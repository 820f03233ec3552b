package dev.kassei.export.mlflow;

import dev.kassei.results.text.Noun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What went through, and what did not. Mutable. */
public final class MlflowSummary {
  /** A server that failed for so many runs on end is not asked for the others. */
  private static final int MOST_FAILURES_ON_END = 3;

  private static final int MOST_SHOWN = 10;

  private final String server;
  private final Path folder;
  private final List<String> failures = new ArrayList<>();
  private String experiment = "";
  private int runs;
  private int sent;
  private int known;
  private int failed;
  private int failedOnEnd;

  MlflowSummary(String server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  void begin(String name, int count) {
    experiment = name;
    runs = count;
  }

  /** The experiment, unless it cannot be had. */
  Optional<MlflowExperiment> experiment(Supplier<MlflowExperiment> opening) {
    try {
      return Optional.of(opening.get());
    } catch (MlflowException e) {
      failures.add(e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Sends a run.
   *
   * @param sending tells whether it was sent; else it was there
   */
  void run(String name, BooleanSupplier sending) {
    if (failedOnEnd == MOST_FAILURES_ON_END) {
      return;
    }
    try {
      if (sending.getAsBoolean()) {
        sent++;
      } else {
        known++;
      }
      failedOnEnd = 0;
    } catch (MlflowException e) {
      failed++;
      failedOnEnd++;
      failures.add("%s: %s".formatted(name, e.getMessage()));
    }
  }

  /** Whether all that is in the folder is on the server. */
  public boolean isComplete() {
    return failures.isEmpty();
  }

  /** The summary in lines. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%s, experiment '%s': %s sent, %s there before"
            .formatted(server, experiment, Noun.RUN.count(sent), known));
    if (isComplete()) {
      lines.add("its files are not sent; they stay in " + folder);
      return lines;
    }
    failures.stream().limit(MOST_SHOWN).forEach(lines::add);
    int left = runs - sent - known;
    lines.add(
        "%s did not go through, %s of them not tried; the same command sends what is missing"
            .formatted(Noun.RUN.count(left), left - failed));
    return lines;
  }
}
