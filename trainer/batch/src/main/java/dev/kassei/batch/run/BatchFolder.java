package dev.kassei.batch.run;

import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.SurfacesFile;
import dev.kassei.results.file.FolderLock;
import dev.kassei.results.file.OwnFiles;
import dev.kassei.results.file.Sync;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a batch and what its journal holds. One process has it to train; others may read.
 */
final class BatchFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private static final Pattern WHOLE_SURFACE = Pattern.compile("[0-9a-f]{16}\\.safetensors");

  /** Of files of surfaces, whole or half written. */
  private static final Pattern SURFACE =
      Pattern.compile("[0-9a-f]{16}\\.safetensors(" + WholeFile.DRAFT + ")?");

  /** Of these a batch has at least one; a folder that was sent may lack the empty lock. */
  private static final List<String> OWN =
      List.of(LOCK, BatchFiles.JOURNAL, BatchFiles.RESULTS, BatchFiles.PLAN_LOG);

  /** To these a batch adds. */
  private static final List<String> GROWING =
      List.of(BatchFiles.JOURNAL, BatchFiles.PLAN_LOG, BatchFiles.ENVIRONMENT);

  private final Path path;
  private final CheckpointFolder checkpoints;
  private final Optional<FolderLock> lock;
  private final Map<String, TrialRecord> records = new HashMap<>();
  private final Optional<Journal> journal;
  private final List<String> ended = new ArrayList<>();

  private BatchFolder(Path path, FolderLock lock, Checkpoint when, Sync sync) throws IOException {
    this.path = path;
    this.checkpoints = new CheckpointFolder(path.resolve(BatchFiles.CHECKPOINTS), when, sync);
    this.lock = Optional.of(lock);
    this.journal =
        Optional.of(Journal.open(path.resolve(BatchFiles.JOURNAL), sync, this::addRecord));
  }

  private BatchFolder(Path path, Checkpoint when) throws IOException {
    this.path = path;
    this.checkpoints = new CheckpointFolder(path.resolve(BatchFiles.CHECKPOINTS), when, Sync.DISK);
    this.lock = Optional.empty();
    this.journal = Optional.empty();
    Journal.read(path.resolve(BatchFiles.JOURNAL), this::addRecord);
  }

  private void addRecord(TrialRecord record) {
    records.put(record.key(), record);
  }

  /** The folder as it is now; nothing can be added. */
  static BatchFolder read(Path path, Checkpoint when) throws IOException {
    return new BatchFolder(path, when);
  }

  /**
   * Opens the folder, which is made if there is none.
   *
   * @throws ExperimentException if it is no batch's, or another process has it
   */
  static BatchFolder open(Path path, Checkpoint when, Sync sync) throws IOException {
    requireBatch(path);
    sync.create(path);
    FolderLock lock =
        FolderLock.take(path.resolve(LOCK))
            .orElseThrow(
                () ->
                    ExperimentException.temporary(
                        "--out",
                        "'%s' is in use: another process trains this batch".formatted(path)));
    try {
      return new BatchFolder(path, lock, when, sync);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Looks at a folder without changing it.
   *
   * @throws ExperimentException if it is there and no batch's, or what is added would go elsewhere
   */
  static void requireBatch(Path path) throws IOException {
    if (Files.exists(path.resolve(RunFiles.RUN)) || isForeign(path)) {
      throw new ExperimentException(
          "--out",
          "'%s' is there but holds no batch; choose another folder, or another name"
              .formatted(path));
    }
    GROWING.forEach(name -> requireOwnFile(path.resolve(name)));
  }

  /** Of a link, it is another file that would change. */
  private static void requireOwnFile(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExperimentException(
          file.toString(),
          "a batch adds to this file, but it is a link, or no file; put the file itself there, or"
              + " choose another folder with --out");
    }
  }

  private static boolean isForeign(Path path) throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (var files = Files.list(path)) {
      return files.findAny().isPresent()
          && OWN.stream().noneMatch(name -> Files.exists(path.resolve(name)));
    }
  }

  Path path() {
    return path;
  }

  /**
   * The states of trials on their way.
   *
   * @param inputs what trials depend on; once they have changed, no state is saved
   */
  CheckpointFolder checkpoints(InputFiles inputs) {
    return checkpoints.of(inputs);
  }

  /** Writes the surface of a trial, if it is saved. */
  void addSurface(TrainedTrial trained) throws IOException {
    if (trained.surfaces().isPresent()) {
      Path place = Files.createDirectories(path.resolve(BatchFiles.SURFACES));
      SurfacesFile.write(
          trained.surfaces().get().last(),
          trained.job().config().experiment().precision(),
          place.resolve(BatchFiles.surface(trained.record().digest())));
    }
  }

  /**
   * Takes the surfaces of trials from the folder of another batch, but for those that are there.
   */
  void copySurfaces(Path other) throws IOException {
    Path from = other.resolve(BatchFiles.SURFACES);
    if (!Files.isDirectory(from)) {
      return;
    }
    Path to = Files.createDirectories(path.resolve(BatchFiles.SURFACES));
    for (Path file : files(from)) {
      Path place = to.resolve(file.getFileName().toString());
      if (WHOLE_SURFACE.matcher(file.getFileName().toString()).matches()
          && Files.notExists(place)) {
        WholeFile.bytes(place, out -> Files.copy(file, out));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    }
  }

  /** Deletes the surfaces that no trial of the batch has any more: all but those called so. */
  void retainSurfaces(Set<String> names) throws IOException {
    OwnFiles.delete(
        path.resolve(BatchFiles.SURFACES),
        name -> SURFACE.matcher(name).matches() && !names.contains(name));
  }

  /** Writes {@code config.yaml}. */
  void writeConfig(String yaml) throws IOException {
    WholeFile.text(path.resolve(BatchFiles.CONFIG), out -> out.write(yaml));
  }

  /** The number of trials that have ended, of whatever batch. */
  synchronized int size() {
    return records.size();
  }

  /** What is known of a trial. */
  synchronized Optional<TrialRecord> find(String key) {
    return Optional.ofNullable(records.get(key));
  }

  /**
   * Adds records, all or none.
   *
   * @throws IOException if they cannot be written
   */
  synchronized void add(List<Journal.Entry> entries) throws IOException {
    journal.orElseThrow().add(entries);
    for (Journal.Entry entry : entries) {
      addRecord(entry.record());
      ended.add(entry.record().key());
    }
  }

  /** Puts on the disk what was added, unless that was done a moment ago. */
  synchronized void syncIfDue() throws IOException {
    if (journal.orElseThrow().syncIfDue()) {
      forgetEnded();
    }
  }

  /** A trial keeps its state until the disk has its record. */
  private void forgetEnded() throws IOException {
    for (String key : ended) {
      checkpoints.remove(key);
    }
    ended.clear();
  }

  /** Deletes the states of trials, once all have ended. */
  synchronized void forgetStates() throws IOException {
    journal.orElseThrow().sync();
    checkpoints.clear();
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      if (journal.isPresent()) {
        journal.get().close();
        forgetEnded();
      }
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }
}
