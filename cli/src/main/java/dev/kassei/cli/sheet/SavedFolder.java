package dev.kassei.cli.sheet;

import dev.kassei.batch.run.ShardFile;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run or a batch in one line.
 *
 * @param kind {@code run} or {@code batch}
 * @param status how it ended, or that it has not; of a shard which it is
 * @param score what it came to, if it did
 * @param changed when it was last written to
 * @param seconds how long it was trained, in all threads; NaN if that is not known
 */
record SavedFolder(
    Path folder,
    String kind,
    String status,
    Optional<Score> score,
    Instant changed,
    double seconds) {
  private static final List<String> SPLITS = List.of("test.", "validation.", "train.");
  private static final String UNFINISHED = "unfinished";
  private static final String DAMAGED = "damaged";

  /**
   * A number by which it is judged.
   *
   * @param owner what has it, as the best value of an axis; "" of a run
   */
  record Score(String metric, String owner, double value) {}

  String name() {
    return folder.getFileName().toString();
  }

  /** What a folder holds; empty if it is neither a run nor a batch. */
  static Optional<SavedFolder> of(Path folder) throws IOException {
    if (Files.exists(folder.resolve(BatchFiles.JOURNAL))) {
      return Optional.of(batch(folder));
    }
    boolean isRun =
        Files.exists(folder.resolve(RunFiles.RUN))
            || Files.exists(folder.resolve(RunFiles.CHECKPOINT));
    return isRun ? Optional.of(run(folder)) : Optional.empty();
  }

  private static SavedFolder run(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.RUN);
    if (!Files.exists(file)) {
      return unread(folder, "run", UNFINISHED, RunFiles.CHECKPOINT);
    }
    try {
      RunRecord run = new RunFolder(folder).record();
      String status = run.status().name().toLowerCase(Locale.ROOT);
      return new SavedFolder(
          folder, "run", status, score(run.metrics()), time(file), seconds(folder));
    } catch (FolderException e) {
      return unread(folder, "run", DAMAGED, RunFiles.RUN);
    }
  }

  private static SavedFolder batch(Path folder) throws IOException {
    Path file = folder.resolve(BatchFiles.STATISTICS);
    if (!Files.exists(folder.resolve(BatchFiles.RESULTS)) || !Files.exists(file)) {
      return unread(folder, "batch", unfinished(folder), BatchFiles.JOURNAL);
    }
    try {
      BatchRecord batch = RecordJson.read(file, BatchRecord.class, BatchRecord.FORMAT);
      String status =
          batch.trials().completed() == batch.trials().planned()
              ? "completed, " + Noun.TRIAL.count(batch.trials().planned())
              : "completed %s of %s trials"
                  .formatted(batch.trials().completed(), batch.trials().planned());
      return new SavedFolder(folder, "batch", status, score(batch), time(file), seconds(folder));
    } catch (FolderException e) {
      return unread(folder, "batch", DAMAGED, BatchFiles.JOURNAL);
    }
  }

  /** A shard alone is never more: how many trials it has says the configuration alone. */
  private static String unfinished(Path folder) throws IOException {
    try {
      return ShardFile.read(folder).map(shard -> "shard " + shard).orElse(UNFINISHED);
    } catch (ExperimentException e) {
      return DAMAGED;
    }
  }

  private static SavedFolder unread(Path folder, String kind, String status, String newest)
      throws IOException {
    return new SavedFolder(
        folder, kind, status, Optional.empty(), time(folder.resolve(newest)), Double.NaN);
  }

  private static Instant time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /** A metric rather than the loss, of rows that were not trained on, if there are such. */
  private static Optional<Score> score(Map<String, Double> metrics) {
    return SPLITS.stream()
        .flatMap(
            split ->
                Stream.concat(
                        metrics.keySet().stream().filter(name -> !name.endsWith(".loss")),
                        metrics.keySet().stream())
                    .filter(name -> name.startsWith(split)))
        .findFirst()
        .map(name -> new Score(name, "", metrics.get(name)));
  }

  /** The best method of a batch; of several settings on their average. */
  private static Optional<Score> score(BatchRecord batch) {
    Optional<SettingRecord> whole =
        batch.settings().size() == 1 ? Optional.of(batch.settings().get(0)) : batch.average();
    return whole.flatMap(setting -> score(setting, batch.compared().metric()));
  }

  /** The best value on the only data set; on several the best mean rank. */
  private static Optional<Score> score(SettingRecord setting, String metric) {
    if (setting.across().isPresent()) {
      return setting.across().orElseThrow().methods().stream()
          .findFirst()
          .map(best -> new Score("mean rank", best.name(), best.meanRank()));
    }
    return setting.datasets().stream()
        .filter(dataset -> setting.datasets().size() == 1)
        .flatMap(dataset -> dataset.methods().stream())
        .findFirst()
        .map(best -> new Score(metric, best.name(), best.center()));
  }

  private static double seconds(Path folder) {
    Path file = folder.resolve(RunFiles.TIMINGS);
    if (!Files.exists(file)) {
      return Double.NaN;
    }
    CsvTable timings = CsvTable.of(file, TextFile.read(file), List.of("seconds"));
    return Arrays.stream(timings.numbers("seconds")).sum();
  }
}
