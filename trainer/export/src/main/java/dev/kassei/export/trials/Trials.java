package dev.kassei.export.trials;

import dev.kassei.api.Epoch;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.table.BatchTables;
import dev.kassei.batch.table.VerifiedTables;
import dev.kassei.results.ResultsFile;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trials in the folder of a batch.
 *
 * @param all in the order of their numbers, without their curves
 */
public record Trials(Path folder, List<TrialResult> all) {
  /** What is done with each trial. */
  @FunctionalInterface
  public interface Taker {
    /** Takes a trial and its epochs, which are none where it has no curve. */
    void take(TrialResult trial, List<Epoch> curve) throws IOException;
  }

  /**
   * The trials of a batch whose tables are as they were written; empty where the folder is that of
   * a run.
   *
   * @throws FolderException if it is neither
   */
  public static Optional<Trials> in(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(RunFiles.RUN))) {
      return Optional.empty();
    }
    if (!ResultsFile.isIn(folder)) {
      throw FolderException.foreign(folder, "it holds neither run.json nor results.json");
    }
    VerifiedTables.require(folder);
    return Optional.of(new Trials(folder, BatchTables.read(folder).trials()));
  }

  /** Gives each trial to somebody: those with a curve first. */
  public void forEach(Taker taker) throws IOException {
    Map<Integer, TrialResult> left = new LinkedHashMap<>();
    all.forEach(trial -> left.put(trial.number(), trial));
    try {
      BatchTables.curves(
          folder,
          (number, curve) ->
              Optional.ofNullable(left.remove(number))
                  .ifPresent(trial -> take(taker, trial, curve)));
      left.values().forEach(trial -> take(taker, trial, List.of()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void take(Taker taker, TrialResult trial, List<Epoch> curve) {
    try {
      taker.take(trial, curve);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
