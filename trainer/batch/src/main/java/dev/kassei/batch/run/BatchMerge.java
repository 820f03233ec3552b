package dev.kassei.batch.run;

import dev.kassei.batch.history.Environment;
import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.Sync;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the results of shards into the folder of their whole batch, in any order, as they come, and
 * as often as one likes. Nothing is trained.
 */
public final class BatchMerge {
  private final BatchConfig batch;
  private final InputFiles inputs = new InputFiles();
  private final Bookkeeping books;
  private final Jobs jobs;

  /**
   * Of a batch.
   *
   * @param kassei the version that runs, which is the one that trained the shards
   */
  public BatchMerge(BatchConfig batch, KasseiVersion kassei) {
    this.batch = batch;
    this.books = new Bookkeeping(batch, kassei, inputs);
    this.jobs = Jobs.of(batch, kassei.code(), inputs);
  }

  /** What is made of a merge, while no other process can train or merge in its folder. */
  @FunctionalInterface
  public interface Ending<T> {
    T of(Merged merged) throws IOException;
  }

  /**
   * What was merged.
   *
   * @param run all results that there are
   * @param conflicts trials to which two folders have different results
   * @param missing the indices of shards to which missing trials belong, each with how many
   */
  public record Merged(BatchRun run, List<Conflict> conflicts, Map<Integer, Integer> missing) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * A trial of which a folder has another result than those before it.
   *
   * @param key of the trial
   * @param first the digest of the result that counts
   * @param second that of the other
   * @param folder which has the other
   */
  public record Conflict(String key, String first, String second, Path folder) {}

  /**
   * Merges folders into one.
   *
   * @param out the folder of the whole batch, made if there is none
   * @param journals of the folders, which this uses up
   * @param shards in how many shards missing trials are counted
   * @throws ExperimentException if a folder holds no batch, or another one, or the same with other
   *     data, plugins or code; nothing is changed then
   * @throws IOException if something cannot be read or written
   */
  public <T> T into(Path out, ShardJournals journals, int shards, Ending<T> ending)
      throws IOException {
    List<Path> folders = journals.folders();
    for (Path folder : folders) {
      requireJournal(folder);
    }
    SurfaceBudget surfaces = BatchCheck.check(batch, jobs, books::checked);
    List<PlanLog> logs = new ArrayList<>();
    for (Path folder : folders) {
      logs.add(sameBatch(folder));
    }
    PlanLog whole = wholeBatch(out, logs);
    try (BatchFolder merged = BatchFolder.open(out, batch.checkpoint(), Sync.DISK)) {
      ShardFile.claim(out, Optional.empty());
      whole.adopt(logs);
      var conflicts = new ArrayList<Conflict>();
      for (Path folder : folders) {
        new Source(folder, merged).take(journals.next(), conflicts);
      }
      books.begin(merged);
      return ending.of(merged(merged, surfaces, conflicts, shards));
    }
  }

  private static void requireJournal(Path folder) {
    if (!Files.isRegularFile(folder.resolve(BatchFiles.JOURNAL))) {
      throw new ExperimentException(
          folder.toString(),
          "the folder of a shard is expected, which holds a %s".formatted(BatchFiles.JOURNAL));
    }
  }

  /** The log of a folder, which is of this batch. */
  private PlanLog sameBatch(Path folder) throws IOException {
    PlanLog log = PlanLog.read(folder);
    List<String> changes = log.changesTo(batch.plan(), books.inputs());
    if (!changes.isEmpty()) {
      throw new ExperimentException(
          folder.toString(),
          "its trials are not of the batch as '%s' has it, with data, plugins and Kassei as they are here: %s"
              .formatted(batch.file(), String.join("; ", changes)));
    }
    return log;
  }

  /**
   * The log of the folder of the whole batch, which may still follow a plan that shards have left
   * behind.
   */
  private PlanLog wholeBatch(Path out, List<PlanLog> shards) throws IOException {
    PlanLog log = PlanLog.read(out);
    if (shards.stream().anyMatch(log::isOvertakenBy)) {
      BatchFolder.requireBatch(out);
      return log;
    }
    books.requireOwner(out);
    return sameBatch(out);
  }

  private Merged merged(
      BatchFolder folder, SurfaceBudget surfaces, List<Conflict> conflicts, int shards)
      throws IOException {
    var all = Shards.of(batch);
    BatchResults results =
        new BatchSequence(
                batch,
                jobs.experiments(),
                new BatchJournal.Records(batch, jobs, folder),
                all.share(Optional.empty()))
            .results();
    if (results.trials().size() == batch.trials().size()) {
      folder.forgetStates();
      folder.retainSurfaces(surfaces.files(results.trials()));
    }
    var run =
        new BatchRun(
            folder.path(),
            results,
            BatchDigest.of(results.trials()),
            batch.trials().size(),
            List.of());
    return new Merged(run, conflicts, missing(results, all, shards));
  }

  private Map<Integer, Integer> missing(BatchResults results, Shards all, int shards) {
    Set<Integer> there =
        results.trials().stream().map(TrialResult::number).collect(Collectors.toSet());
    var missing = new TreeMap<Integer, Integer>();
    for (TrialConfig trial : batch.trials()) {
      if (!there.contains(trial.number())) {
        missing.merge(all.index(trial.number(), shards), 1, Integer::sum);
      }
    }
    return missing;
  }

  /** A folder whose results are added to another. */
  private record Source(Path folder, BatchFolder merged) {
    /** So many records are written at once. */
    private static final int BLOCK = 1 << 10;

    void take(List<Journal.Entry> entries, List<Conflict> conflicts) throws IOException {
      // before the journal says that their trials have ended
      merged.copySurfaces(folder);
      var others = new ArrayList<Journal.Entry>();
      for (int i = 0; i < entries.size(); i += BLOCK) {
        take(entries.subList(i, Math.min(entries.size(), i + BLOCK)), conflicts, others);
      }
      keep(others);
      Environment.join(folder, merged.path());
    }

    private void take(
        List<Journal.Entry> entries, List<Conflict> conflicts, List<Journal.Entry> others)
        throws IOException {
      var fresh = new LinkedHashMap<String, Journal.Entry>();
      for (Journal.Entry entry : entries) {
        TrialRecord record = entry.record();
        Optional<TrialRecord> known =
            merged
                .find(record.key())
                .or(() -> Optional.ofNullable(fresh.get(record.key())).map(Journal.Entry::record));
        if (known.isEmpty()) {
          fresh.put(record.key(), entry);
        } else if (!isSame(known.get(), record)) {
          conflicts.add(new Conflict(record.key(), known.get().digest(), record.digest(), folder));
          others.add(entry);
        }
      }
      merged.add(List.copyOf(fresh.values()));
    }

    private static boolean isSame(TrialRecord one, TrialRecord other) {
      return one.isEndedByTime()
          || other.isEndedByTime()
          || TrialJson.text(one.withoutPlace()).equals(TrialJson.text(other.withoutPlace()));
    }

    /** Saves records that do not count, each once. */
    private void keep(List<Journal.Entry> others) throws IOException {
      if (others.isEmpty()) {
        return;
      }
      var known = new LinkedHashSet<String>();
      Path file = merged.path().resolve(BatchFiles.CONFLICTS);
      try (var saved = Journal.open(file, Sync.DISK, each -> known.add(TrialJson.text(each)))) {
        for (Journal.Entry other : others) {
          if (known.add(TrialJson.text(other.record()))) {
            saved.add(List.of(other));
          }
        }
      }
    }
  }
}
