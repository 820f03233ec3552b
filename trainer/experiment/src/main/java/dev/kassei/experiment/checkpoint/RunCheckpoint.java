package dev.kassei.experiment.checkpoint;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.training.Checkpoints;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.FolderLock;
import dev.kassei.results.file.OwnFiles;
import dev.kassei.results.file.Sync;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The state of a run that has not ended, in the run's folder. One process has it to train. */
public final class RunCheckpoint implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String STATE = "state.safetensors";
  private static final Pattern OWN = Pattern.compile("state\\.safetensors" + WholeFile.DRAFT);

  private final Path path;
  private final FolderLock lock;

  private RunCheckpoint(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Whether a run has begun in a folder and has not ended. */
  public static boolean isResumable(Path run) throws IOException {
    return Files.isRegularFile(path(run).resolve(LOCK))
        && Files.isRegularFile(run.resolve(RunFiles.CONFIG))
        && !new RunFolder(run).hasEnded();
  }

  private static Path path(Path run) {
    return run.resolve(RunFiles.CHECKPOINT);
  }

  /**
   * Takes the folder of a run to train in it.
   *
   * @throws ExperimentException if another process has it
   */
  public static RunCheckpoint open(RunFolder run) throws IOException {
    Path path = Files.createDirectories(path(run.path()));
    FolderLock lock =
        FolderLock.take(path.resolve(LOCK))
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "--resume",
                        "'%s' is in use: another process trains this run".formatted(run.path())));
    return new RunCheckpoint(path, lock);
  }

  /** Whether a state of the run was written. */
  public boolean hasState() {
    return Files.exists(path.resolve(STATE));
  }

  /**
   * Where the run resumes; empty if nothing was written yet.
   *
   * @throws ExperimentException if the state is damaged or of another experiment, data or version
   */
  public Optional<TrialState> find(StateOwner owner) throws IOException {
    Path file = path.resolve(STATE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      owner.difference(StateFile.key(file)).ifPresent(reason -> refuse(file, reason));
      return Optional.of(StateFile.read(owner.text(), file));
    } catch (IllegalArgumentException e) {
      throw refusal(file, String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(Path file, String reason) {
    throw refusal(file, reason);
  }

  private static ExperimentException refusal(Path file, String reason) {
    return new ExperimentException(
        "--resume",
        "the run cannot continue from '%s': %s; or start anew from the file of the experiment"
            .formatted(file, reason));
  }

  /** Takes the state of the run, but not those of copies trained beside it. */
  public Checkpoints taking(StateOwner owner, Checkpoint when, Sync sync) {
    var pace = new Pace(when);
    return new Checkpoints() {
      @Override
      public boolean areDue(int epochs) {
        return pace.isDue(epochs);
      }

      @Override
      public boolean areDueNow() {
        return pace.isDueNow();
      }

      @Override
      public void save(int trial, TrialState state) {
        if (trial == 0) {
          write(owner, state, sync);
          pace.restart();
        }
      }
    };
  }

  private void write(StateOwner owner, TrialState state, Sync sync) {
    try {
      StateFile.write(owner.text(), state, path.resolve(STATE), sync);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the state, since the run has ended or came to nothing. */
  public void delete() throws IOException {
    OwnFiles.delete(path.resolve(STATE));
    OwnFiles.delete(path, name -> OWN.matcher(name).matches());
    lock.close();
    OwnFiles.delete(path.resolve(LOCK));
    OwnFiles.deleteEmpty(path);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
