package dev.kassei.embed;

import dev.kassei.batch.report.BatchSummary;
import dev.kassei.batch.run.BatchRun;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.UnrunTrial;
import dev.kassei.results.record.BatchRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What a batch came to. */
@API(status = API.Status.STABLE, since = "0.1")
public final class BatchResult {
  private final String digest;
  private final List<String> warnings;
  private final List<String> failures;
  private final Table trials;
  private final Optional<BatchRecord> found;

  private BatchResult(
      String digest,
      List<String> warnings,
      List<String> failures,
      Table trials,
      Optional<BatchRecord> found) {
    this.digest = digest;
    this.warnings = List.copyOf(warnings);
    this.failures = List.copyOf(failures);
    this.trials = trials;
    this.found = found;
  }

  static BatchResult of(
      BatchRun run, List<String> warnings, Table trials, Optional<BatchRecord> found) {
    List<String> failures =
        Stream.concat(
                run.failures().stream().map(BatchResult::failure),
                run.unrun().stream().map(BatchResult::obstacle))
            .toList();
    return new BatchResult(run.digest(), warnings, failures, trials, found);
  }

  private static String failure(TrialResult trial) {
    return "trial %s %s: %s"
        .formatted(trial.number(), trial.record().status().text(), trial.record().reason());
  }

  private static String obstacle(UnrunTrial trial) {
    return "%s could not run here: %s".formatted(trial.title(), trial.obstacle());
  }

  /** Whether every trial has ended; if not, there are trials, but neither ranking nor verdict. */
  public boolean isComplete() {
    return found.isPresent();
  }

  /** The trials that have ended, one a row, as {@code trials.csv} has them. */
  public Table trials() {
    return trials;
  }

  /**
   * What was compared, by setting and data set, from the best to the worst: {@code center} is the
   * mean or median of the metric, {@code improvement} that over the reference with its interval,
   * {@code p} that of the test after Holm.
   */
  public Table ranking() {
    return found.map(Ranking::of).orElseGet(() -> Table.of(Ranking.COLUMNS, List.of()));
  }

  /** The results in sentences, one a line; empty where there are none. */
  public String verdict() {
    return found.map(record -> String.join("\n", record.verdict())).orElse("");
  }

  /** What to keep in mind, in sentences. */
  public List<String> cautions() {
    return found.map(BatchRecord::cautions).orElse(List.of());
  }

  /** Tables, cautions and verdict for people, as {@code kassei run} prints them. */
  public String summary() {
    return found.map(record -> String.join("\n", BatchSummary.lines(record))).orElse("");
  }

  /** What may be a mistake in the configuration, one sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /** The trials that failed, diverged or could not run, each with the reason. */
  public List<String> failures() {
    return failures;
  }

  /** The SHA-256 over the results of all trials, the same on every machine. */
  public String digest() {
    return digest;
  }
}
