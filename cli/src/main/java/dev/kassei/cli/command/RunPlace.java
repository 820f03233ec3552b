package dev.kassei.cli.command;

import dev.kassei.experiment.checkpoint.RunCheckpoint;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a run is trained.
 *
 * @param resumed the folder of the run that continues; empty if it begins
 * @param created makes a folder for a run that begins
 */
record RunPlace(Optional<RunFolder> resumed, Supplier<RunFolder> created) {
  /** A folder of its own. */
  static RunPlace anew(Path runs, String name) {
    return new RunPlace(Optional.empty(), () -> create(runs, name));
  }

  private static RunFolder create(Path runs, String name) {
    try {
      return RunFolder.create(runs, name);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("--out", e);
    }
  }

  /** The folder of a run that continues. */
  static RunPlace resumed(RunFolder folder) {
    return new RunPlace(Optional.of(folder), () -> folder);
  }

  /**
   * The newest folder of a name, if its run has not ended, or a new one where there is none.
   *
   * @throws ExperimentException if its run has ended
   */
  static RunPlace newest(Path runs, String name) throws IOException {
    Optional<RunFolder> newest = RunFolder.newest(runs, name);
    if (newest.isPresent() && RunCheckpoint.isResumable(newest.get().path())) {
      return resumed(newest.get());
    }
    if (newest.isPresent() && newest.get().hasEnded()) {
      throw new ExperimentException(
          "--resume",
          "the run in '%s' has ended, there is nothing to continue; train another without --resume,"
                  .formatted(newest.get().path())
              + " for more epochs from its weights with training.initial_weights");
    }
    return anew(runs, name);
  }
}
