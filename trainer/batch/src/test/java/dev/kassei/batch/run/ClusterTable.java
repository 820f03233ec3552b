package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.ClusterSimulation.Costs;
import dev.kassei.batch.run.ClusterSimulation.Executor;
import dev.kassei.batch.run.ClusterSimulation.Outcome;
import dev.kassei.batch.run.ClusterSimulation.Trials;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of docs/cluster.md about a million trials on a thousand machines. */
final class ClusterTable {
  private static final int TRIALS = 1_000_000;
  private static final int MACHINES = 1000;
  private static final int TASKS = 2 * MACHINES;
  private static final double SPREAD = 0.5;

  /** Measured by {@link CoordinatorCosts}, but for the way of a message. */
  static final Costs SOCKETS = new Costs(0.5e-3, 140e-6, 40e-6, 65e-6);

  /** A task of Spark is two messages, and what its driver computes for one was measured. */
  private static final Costs SPARK = new Costs(0.5e-3, 3e-3, 40e-6, 65e-6);

  /** What a shard of a million trials takes before it trains, as measured. */
  private static final double START = 32;

  private static final double CHECKPOINT = 300;

  private static final Machine.Park STEADY = new Machine.Park(MACHINES, 0.05, 0, 0, 0);
  private static final Machine.Park SPOT = new Machine.Park(MACHINES, 0.05, 1, 30, 60);

  private static final Trials TINY = new Trials(TRIALS, 0.6e-3, SPREAD, 64);
  private static final Trials SECONDS = new Trials(TRIALS, 1, SPREAD, 1);
  private static final Trials MINUTES = new Trials(TRIALS, 600, SPREAD, 1);

  private final Job any;
  private final CheckpointFolder none;

  /** Makes jobs like one of a tiny batch in this folder. */
  ClusterTable(Path folder) throws IOException {
    BatchConfig batch = new TinyBatch(folder).config("{grid: {seed: [1]}}");
    any = Jobs.of(batch, "1", new InputFiles()).of(batch.trials().get(0));
    none = new CheckpointFolder(folder.resolve("none"), new Checkpoint(), Sync.DISK);
  }

  private interface Way {
    Outcome run(Trials trials, Machine.Park park);
  }

  private record Row(String length, Trials trials, String name, Way way) {}

  Outcome run(Trials trials, Machine.Park park, Executor executor, Costs costs) {
    return ClusterSimulation.run(trials, park, executor, costs, any, none);
  }

  private Outcome workers(Trials trials, Machine.Park park) {
    return run(trials, park, new Executor(MACHINES, Workers.BUNDLE, false), SOCKETS);
  }

  private Way spark(Duration task) {
    return (trials, park) -> run(trials, park, new Executor(TASKS, task, true), SPARK);
  }

  private Outcome shards(Trials trials, Machine.Park park) {
    return ShardSimulation.run(trials, park, 16 * MACHINES, START, CHECKPOINT);
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    addRows(rows, "0.6 ms", TINY);
    addRows(rows, "1 s", SECONDS);
    rows.add(new Row("1 s", SECONDS, "Spark, tasks of 2 s", spark(Workers.task(1))));
    addRows(rows, "10 min", MINUTES);
    return rows;
  }

  private void addRows(List<Row> rows, String length, Trials trials) {
    rows.add(new Row(length, trials, "shards", this::shards));
    rows.add(new Row(length, trials, "workers", this::workers));
    rows.add(new Row(length, trials, "Spark", spark(Workers.task(TASKS))));
  }

  /** Where no machine is lost. */
  String steady() {
    var text =
        new StringBuilder(
            """
            | trials of | by | time | efficiency | last one awaited | messages per second | results per second | coordinator busy |
            |---|---|---|---|---|---|---|---|
            """);
    for (Row row : rows()) {
      Outcome outcome = row.way().run(row.trials(), STEADY);
      boolean isAsked = outcome.messagesPerSecond() > 0;
      add(
          text,
          row.length(),
          row.name(),
          time(outcome.seconds()),
          percent(outcome.efficiency()),
          time(outcome.waits()),
          isAsked ? rate(outcome.messagesPerSecond()) : "",
          isAsked ? rate(outcome.resultsPerSecond()) : "",
          isAsked ? percent(outcome.busy()) : "");
    }
    return text.toString();
  }

  /** Where machines are lost. */
  String spot() {
    var text =
        new StringBuilder(
            """
            | trials of | by | time | efficiency | repeated | last one awaited | trials given up |
            |---|---|---|---|---|---|---|
            """);
    for (Row row : rows()) {
      if (!row.trials().equals(TINY)) {
        Outcome outcome = row.way().run(row.trials(), SPOT);
        add(
            text,
            row.length(),
            row.name(),
            time(outcome.seconds()),
            percent(outcome.efficiency()),
            percent(outcome.repeated()),
            time(outcome.waits()),
            String.format(Locale.ROOT, "%,d", outcome.givenUp()));
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.1f %%", 100 * share);
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
  }

  private static String time(double seconds) {
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (seconds < 7200) {
      return String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
    return seconds < 172_800
        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
        : String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
  }
}
