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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final Set<String> saved;
  private final Map<String, Map<String, TrialCurve>> curves = new HashMap<>();

  private Batch(
      Path folder,
      BatchRecord record,
      Optional<String> config,
      List<Trial> trials,
      Set<String> saved) {
    this.folder = folder;
    this.record = record;
    this.config = config;
    this.trials = List.copyOf(trials);
    this.bySetting = new TrialsBySetting(this.trials);
    this.saved = Set.copyOf(saved);
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
        Trial.of(CsvTable.of(trials, TextFile.read(trials), Trial.COLUMNS)),
        saved(folder));
  }

  /**
   * The runs and surfaces that are saved, as paths from the folder. To ask the file system for
   * those of each of many trials takes longer than to draw them.
   */
  private static Set<String> saved(Path folder) throws IOException {
    var saved = new HashSet<String>();
    for (String inside : List.of(BatchFiles.RUNS, BatchFiles.SURFACES)) {
      if (Files.isDirectory(folder.resolve(inside))) {
        try (Stream<Path> files = Files.list(folder.resolve(inside))) {
          files.forEach(file -> saved.add(inside + "/" + file.getFileName()));
        }
      }
    }
    return saved;
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
    return run(trial)
        .map(run -> run + "/" + RunFiles.REPORT)
        .filter(page -> Files.exists(folder.resolve(page)));
  }

  /** The run of a trial, as a path from the folder, if it was saved. */
  private Optional<String> run(Trial trial) {
    return Optional.of(BatchFiles.run(trial.number())).filter(saved::contains);
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
      Optional<Path> run = run(trial).map(folder::resolve);
      if (run.isPresent() && Files.exists(run.get().resolve(RunFiles.RUN))) {
        return Optional.of(Run.readRecord(run.get()).data().features());
      }
    }
    return Optional.empty();
  }

  /** The surfaces of a trial, if they were saved. */
  Optional<SurfacesRecord> surfaces(Trial trial) throws IOException {
    String file = BatchFiles.SURFACES + "/" + BatchFiles.surface(trial.digest());
    return saved.contains(file)
        ? Optional.of(SurfacesFile.read(folder.resolve(file)))
        : Optional.empty();
  }
}
