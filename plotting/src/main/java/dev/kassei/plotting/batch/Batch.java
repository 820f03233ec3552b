package dev.kassei.plotting.batch;

import dev.kassei.results.SurfacesFile;
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
import java.util.List;
import java.util.Optional;

/**
 * What a batch's folder says. Curves and surfaces, which are large, are read when they are drawn.
 *
 * @param folder where it lies
 * @param record the content of {@code statistics.json}
 * @param config the effective configuration in YAML; empty where several batches were joined
 * @param trials those that have ended
 */
record Batch(Path folder, BatchRecord record, Optional<String> config, List<Trial> trials) {
  private static final String DATASET = "dataset";

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

  /** The trials of a setting on a data set. */
  List<Trial> trialsOf(SettingRecord setting, DatasetRecord dataset) {
    List<String> names = setting.datasets().stream().map(DatasetRecord::name).toList();
    boolean compared = record.compared().axis().equals(DATASET);
    return trials.stream()
        .filter(trial -> trial.has(setting.axes()))
        .filter(trial -> compared || trial.name(DATASET, names).equals(Optional.of(dataset.name())))
        .toList();
  }

  /** The page of a trial's run, as a path from the folder; empty if no run with one is saved. */
  Optional<String> page(Trial trial) {
    String path = BatchFiles.run(trial.number()) + "/" + RunFiles.REPORT;
    return Files.exists(folder.resolve(path)) ? Optional.of(path) : Optional.empty();
  }

  /** The surfaces of a trial, if they were saved. */
  Optional<SurfacesRecord> surfaces(Trial trial) throws IOException {
    Path file = folder.resolve(BatchFiles.SURFACES).resolve(BatchFiles.surface(trial.digest()));
    return Files.exists(file) ? Optional.of(SurfacesFile.read(file)) : Optional.empty();
  }
}
