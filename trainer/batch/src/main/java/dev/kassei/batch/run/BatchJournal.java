package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;

/** The results of a batch by the keys of its trials. Nothing is trained or written. */
public final class BatchJournal {
  private BatchJournal() {}

  /**
   * What the journal of a folder holds of a batch so far; a process may be adding to it.
   *
   * @param code names the code of Kassei, on which keys depend
   * @throws ExperimentException if the data of a trial cannot be read
   */
  public static BatchResults read(BatchConfig batch, String code, Path path) throws IOException {
    Jobs jobs = Jobs.of(batch, code, new InputFiles());
    Shards.Share all = Shards.of(batch).share(Optional.empty());
    try (BatchFolder folder = BatchFolder.read(path, batch.checkpoint())) {
      return new BatchSequence(batch, jobs.experiments(), new Records(batch, jobs, folder), all)
          .results();
    }
  }

  /**
   * The number of the trial with a key as it stands in {@code trials.csv}, in a batch without
   * tuning; empty if there is none.
   */
  public static OptionalInt find(BatchConfig batch, String code, String key) {
    Jobs jobs = Jobs.of(batch, code, new InputFiles());
    return batch.trials().stream()
        .filter(trial -> BatchFiles.shortKey(jobs.of(trial).key()).equals(key))
        .mapToInt(TrialConfig::number)
        .findFirst();
  }

  /** The records of a folder. */
  record Records(BatchConfig batch, Jobs jobs, BatchFolder folder) implements TrialSource {
    @Override
    public void candidates(Iterator<TrialConfig> candidates, long total, Taker taker) {
      trials(candidates, total, taker);
    }

    @Override
    public void trials(Iterator<TrialConfig> trials, long total, Taker taker) {
      trials.forEachRemaining(
          trial ->
              folder
                  .find(jobs.of(trial).key())
                  .ifPresent(
                      record -> taker.take(trial, TrialResult.of(trial, batch.tune(), record))));
    }
  }
}
