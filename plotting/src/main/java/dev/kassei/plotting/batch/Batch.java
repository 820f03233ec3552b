package dev.kassei.plotting.batch;

import dev.kassei.results.Run;
import dev.kassei.results.SurfacesFile;
import dev.kassei.results.TrainingSites;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a batch's folder says. Curves and surfaces, which are large, are read when they are drawn,
 * and curves once, since all settings stand in one file. Mutable.
 */
final class Batch {
  private static final String DATASET = "dataset";

  private final Path folder;
  private final BatchRecord record;
  private final Optional<String> config;
  private final List<Trial> trials;
  private final TrialsBySetting bySetting;
  private final Map<String, Map<String, TrialCurve>> curves = new HashMap<>();

  private Batch(Path folder, BatchRecord record, Optional<String> config, List<Trial> trials) {
    this.folder = folder;
    this.record = record;
    this.config = config;
    this.trials = List.copyOf(trials);
    this.bySetting = new TrialsBySetting(this.trials);
  }

  /** Whether a folder is that of a batch and not that of a run, finished or not. */
  static boolean is(Path folder) {
    return Files.exists(folder.resolve(BatchFiles.STATISTICS))
        || Files.exists(folder.resolve(BatchFiles.JOURNAL));
  }

  /**
   * Reads a batch's folder.
   *
   * @throws FolderException if it is not one, or damaged
   */
  static Batch read(Path folder) throws IOException {
    Path statistics = folder.resolve(BatchFiles.STATISTICS);
    if (!Files.isRegularFile(statistics)) {
      throw FolderException.foreign(folder, "it holds no " + BatchFiles.STATISTICS);
    }
    ResultSums.read(folder).verify();
    Path trials = folder.resolve(BatchFiles.TRIALS);
    Path config = folder.resolve(BatchFiles.CONFIG);
    return new Batch(
        folder,
        RecordJson.read(statistics, BatchRecord.class, BatchRecord.FORMAT),
        Files.exists(config) ? Optional.of(TextFile.read(config)) : Optional.empty(),
        Trial.of(CsvTable.of(trials, TextFile.read(trials), Trial.COLUMNS)));
  }

  /** The content of {@code statistics.json}. */
  BatchRecord record() {
    return record;
  }

  /** The effective configuration in YAML; empty where several batches were joined. */
  Optional<String> config() {
    return config;
  }

  /** The trials that have ended. */
  List<Trial> trials() {
    return trials;
  }

  /** The columns of {@code curves.csv}; none where there is no such file. */
  List<String> curveColumns() throws IOException {
    Path file = folder.resolve(BatchFiles.CURVES);
    return Files.exists(file) ? new CurvesFile(file).columns() : List.of();
  }

  /** Where the trials that have ended were trained. */
  TrainingSites sites() throws IOException {
    return TrainingSites.read(folder);
  }

  /** The curves in a column of {@code curves.csv}, by the number of the trial. */
  Map<String, TrialCurve> curves(String column) throws IOException {
    if (!curves.containsKey(column)) {
      var file = new CurvesFile(folder.resolve(BatchFiles.CURVES));
      curves.put(column, file.read(column, failed()));
    }
    return curves.get(column);
  }

  private Set<String> failed() {
    return trials.stream()
        .filter(trial -> !trial.isCompleted())
        .map(Trial::number)
        .collect(Collectors.toSet());
  }

  /** The trials of a setting on a data set. */
  List<Trial> trialsOf(SettingRecord setting, DatasetRecord dataset) {
    List<String> names = setting.datasets().stream().map(DatasetRecord::name).toList();
    boolean compared = record.compared().axis().equals(DATASET);
    return bySetting.of(setting.axes()).stream()
        .filter(trial -> compared || trial.name(DATASET, names).equals(Optional.of(dataset.name())))
        .toList();
  }

  /** The page of a trial's run, as a path from the folder; empty if no run with one is saved. */
  Optional<String> page(Trial trial) {
    String path = BatchFiles.run(trial.number()) + "/" + RunFiles.REPORT;
    return Files.exists(folder.resolve(path)) ? Optional.of(path) : Optional.empty();
  }

  /** What is behind the page, by the names of the files. */
  Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put(BatchFiles.TRIALS, "each trial with its axes, its scores and how it ended");
    if (Files.exists(folder.resolve(BatchFiles.CURVES))) {
      files.put(BatchFiles.CURVES, "its losses and metrics by epoch");
    }
    files.put(BatchFiles.STATISTICS, "all numbers of this page");
    return files;
  }

  /** What the features of the data of trials are called; empty if no run of any is saved. */
  Optional<List<String>> features(List<Trial> trials) throws IOException {
    for (Trial trial : trials) {
      Path run = folder.resolve(BatchFiles.run(trial.number()));
      if (Files.exists(run.resolve(RunFiles.RUN))) {
        return Optional.of(Run.readRecord(run).data().features());
      }
    }
    return Optional.empty();
  }

  /** The surfaces of a trial, if they were saved. */
  Optional<SurfacesRecord> surfaces(Trial trial) throws IOException {
    Path file = folder.resolve(BatchFiles.SURFACES).resolve(BatchFiles.surface(trial.digest()));
    return Files.exists(file) ? Optional.of(SurfacesFile.read(file)) : Optional.empty();
  }
}
