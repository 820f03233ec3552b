package dev.kassei.batch.compare;

import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.Looks;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.saved.SavedResults;
import dev.kassei.batch.table.BatchFolderException;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A batch as its folder has it.
 *
 * @param folder where it lies
 * @param results of trials that its configuration plans
 * @param unplanned results of trials that it does not plan
 * @param log its plans and who looked at results
 */
record SavedBatch(
    Path folder,
    BatchConfig config,
    BatchResults results,
    List<TrialResult> unplanned,
    PlanLog log) {
  /**
   * Reads a folder, to which a process may still be writing.
   *
   * @param code names the code of Kassei, on which keys depend
   * @param hasCurves whether curves and timings are read, too
   * @throws BatchFolderException if it is not a batch's, or damaged, or names plugins that cannot
   *     be used
   */
  static SavedBatch read(Path folder, FileLoader loader, String code, boolean hasCurves)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw BatchFolderException.foreign(
          folder, Files.exists(folder) ? "it is a file" : "there is no such folder");
    }
    requireNoRun(folder);
    Path file = folder.resolve(BatchFiles.CONFIG);
    if (!Files.isRegularFile(file)) {
      throw BatchFolderException.foreign(folder, "it holds no " + BatchFiles.CONFIG);
    }
    BatchConfig config = config(folder, file, loader);
    boolean isNumbered = config.compare().epoch().kind() == ComparedEpoch.Kind.NUMBER;
    BatchResults results = SavedResults.read(folder, config, code, hasCurves || isNumbered);
    return of(folder, config, results, PlanLog.read(folder));
  }

  /** The folder of a run has a configuration, too, but not of a batch. */
  private static void requireNoRun(Path folder) {
    if (Files.exists(folder.resolve(RunFiles.RUN))
        || Files.exists(folder.resolve(RunFiles.CHECKPOINT))) {
      throw new BatchFolderException(
          "'%s' is the folder of a single run, but compare takes batches; two runs are drawn in one picture by: kassei plot %s OTHER"
              .formatted(folder, folder));
    }
  }

  private static BatchConfig config(Path folder, Path file, FileLoader loader) {
    try {
      return loader.batch(file, List.of());
    } catch (ConfigurationException e) {
      throw new BatchFolderException(
          "%s\n'%s' can be compared only where its configuration can be read; 'kassei plot' draws its tables without"
                  .formatted(e.getMessage(), folder)
              + " plugins");
    }
  }

  private static SavedBatch of(Path folder, BatchConfig config, BatchResults results, PlanLog log) {
    Set<Map<String, String>> planned = new LinkedHashSet<>();
    config.trials().forEach(trial -> planned.add(trial.axes()));
    Map<Boolean, List<TrialResult>> trials =
        results.trials().stream()
            .collect(Collectors.partitioningBy(trial -> planned.contains(trial.axes())));
    List<TrialResult> known = trials.get(true);
    List<TrialResult> unplanned = trials.get(false);
    if (known.isEmpty() && !unplanned.isEmpty()) {
      throw BatchFolderException.foreign(
          folder,
          "none of the trials in %s is one of %s".formatted(BatchFiles.TRIALS, BatchFiles.CONFIG));
    }
    return new SavedBatch(
        folder, config, new BatchResults(known, results.tuning()), unplanned, log);
  }

  /** The values of an axis that have results and are in no trial of the configuration. */
  List<String> unplannedValues(String axis) {
    Set<String> planned =
        config.trials().stream()
            .flatMap(trial -> Optional.ofNullable(trial.axes().get(axis)).stream())
            .collect(Collectors.toSet());
    return unplanned.stream()
        .flatMap(trial -> Optional.ofNullable(trial.axes().get(axis)).stream())
        .filter(value -> !planned.contains(value))
        .distinct()
        .toList();
  }

  /** What its folder is called. */
  String folderName() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /**
   * Notes that its results were shown.
   *
   * @param choices what was compared in place of what its plan fixed
   */
  void look(List<String> choices) {
    List<TrialConfig> planned = config.trials();
    List<TrialResult> ended = results.trials();
    int seeds = Looks.seeds(planned, ended);
    log.look("compare", config.plan(), ended.size(), planned.size(), seeds, choices);
  }
}
