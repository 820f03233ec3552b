package dev.kassei.experiment.checkpoint;

import dev.kassei.engine.logging.Logs;
import dev.kassei.experiment.training.Checkpoints;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.file.OwnFiles;
import dev.kassei.results.file.Sync;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The states of trials on their way, a file each, named by the trial's key. A state that cannot be
 * used is as none: the trial begins anew, and the log says so. For use by several threads.
 */
public final class CheckpointFolder {
  private static final String ENDING = ".safetensors";

  /** Of files that we write: a key, and the ending of a state or of one half written. */
  private static final Pattern OWN =
      Pattern.compile("([0-9a-f]{64})\\.safetensors(" + WholeFile.DRAFT + ")?");

  private final Path path;
  private final Checkpoint when;
  private final Sync sync;
  private final Set<String> there;
  private final InputFiles inputs;

  /** The states in a folder, which need not exist. */
  public CheckpointFolder(Path path, Checkpoint when, Sync sync) throws IOException {
    this.path = path;
    this.when = when;
    this.sync = sync;
    this.there = ConcurrentHashMap.newKeySet();
    this.inputs = new InputFiles();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        files.flatMap(file -> key(file).stream()).forEach(there::add);
      }
    }
  }

  private CheckpointFolder(CheckpointFolder same, InputFiles inputs) {
    this.path = same.path;
    this.when = same.when;
    this.sync = same.sync;
    this.there = same.there;
    this.inputs = inputs;
  }

  /** The same states, to which none is added once inputs have changed. */
  public CheckpointFolder of(InputFiles other) {
    return new CheckpointFolder(this, other);
  }

  private static Optional<String> key(Path file) {
    Matcher name = OWN.matcher(file.getFileName().toString());
    boolean isState =
        name.matches()
            && name.group(2) == null
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return isState ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** Where a trial resumes; empty if it begins. */
  public Optional<TrialState> find(String key) {
    if (!there.contains(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StateFile.read(key, file(key)));
    } catch (IOException | RuntimeException e) {
      refuse(key, e);
      return Optional.empty();
    }
  }

  /** Takes notice of states that another process may have written. */
  public void notice(List<String> keys) {
    if (Files.isDirectory(path)) {
      keys.stream()
          .filter(key -> Files.isRegularFile(file(key), LinkOption.NOFOLLOW_LINKS))
          .forEach(there::add);
    }
  }

  /** Where the states are. */
  public Path path() {
    return path;
  }

  /** Says that a trial begins anew in spite of its state. */
  public void refuse(String key, Throwable reason) {
    Logs.of(CheckpointFolder.class)
        .ifPresent(
            log ->
                log.warn(
                    "{} is not used, its trial begins anew: {}", file(key), reason.getMessage()));
  }

  /** Takes the states of trials trained together. */
  public Checkpoints of(List<String> keys) {
    return new Checkpoints() {
      private final Pace pace = new Pace(when);

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
        inputs.requireUnchanged();
        try {
          write(keys.get(trial), state);
          pace.restart();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private void write(String key, TrialState state) throws IOException {
    sync.create(path);
    StateFile.write(key, state, file(key), sync);
    there.add(key);
  }

  /** Forgets a trial that has ended. */
  public void remove(String key) throws IOException {
    if (there.remove(key)) {
      OwnFiles.delete(file(key));
    }
  }

  /** Forgets all, once every trial has ended, and what a killed process left half written. */
  public void clear() throws IOException {
    there.clear();
    OwnFiles.delete(path, name -> OWN.matcher(name).matches());
    OwnFiles.deleteEmpty(path);
  }

  private Path file(String key) {
    return path.resolve(key + ENDING);
  }
}
