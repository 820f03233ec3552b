package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a batch in its folder: checks everything, tunes, trains what is not in the journal yet. What
 * has ended is saved whatever happens afterwards.
 */
public final class BatchRunner {
  private final BatchConfig batch;
  private final KasseiVersion kassei;
  private final Bookkeeping books;
  private final BatchOptions options;
  private final StopSignal stop;
  private final BatchListener listener;
  private final Sync sync;
  private final InputFiles inputs = new InputFiles();
  private final Jobs jobs;

  /**
   * @param listener told how it goes
   */
  public BatchRunner(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener) {
    this(batch, kassei, options, stop, listener, Sync.DISK);
  }

  /** With another disk. */
  BatchRunner(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener,
      Sync sync) {
    this.batch = batch;
    this.kassei = kassei;
    this.books = new Bookkeeping(batch, kassei, inputs);
    this.options = options;
    this.stop = stop;
    this.listener = listener;
    this.sync = sync;
    this.jobs = Jobs.of(batch, kassei.code(), inputs);
  }

  /**
   * Runs to the end, or until it is stopped.
   *
   * @throws ExperimentException if a trial cannot be trained at all, before anything is, or if the
   *     folder cannot be used
   * @throws IOException if results cannot be written; those written before are kept
   */
  public BatchRun run(Path path) throws IOException {
    return run(path, run -> run);
  }

  /** What is made of a batch that was run, while no other process can train in its folder. */
  @FunctionalInterface
  public interface Ending<T> {
    T of(BatchRun run) throws IOException;
  }

  /**
   * Runs as {@link #run(Path)} does, and then makes something of it.
   *
   * @param ending writes what was found, so that two processes never write it at once
   */
  public <T> T run(Path path, Ending<T> ending) throws IOException {
    books.requireOwner(path);
    SurfaceBudget surfaces = BatchCheck.check(batch, jobs, books::checked);
    try (BatchFolder folder = BatchFolder.open(path, batch.checkpoint(), sync)) {
      ShardFile.claim(folder.path(), options.shard());
      books.begin(folder);
      return ending.of(run(folder, surfaces));
    }
  }

  private BatchRun run(BatchFolder folder, SurfaceBudget surfaces) throws IOException {
    try (TrialExecutor executor = executor()) {
      var training =
          new JournaledTraining(
              batch, jobs, surfaces, folder, books, inputs, executor, options, stop, listener);
      return run(folder, surfaces, training);
    }
  }

  private TrialExecutor executor() {
    if (options.workers().isPresent()) {
      Workers workers = options.workers().get();
      return new WorkerExecutor(batch, kassei, options, workers, stop, listener);
    }
    Site here =
        Site.here(kassei.release(), kassei.code(), options.threads(), options.kernels().name());
    return new LocalExecutor(jobs.experiments(), options, stop, here);
  }

  private BatchRun run(BatchFolder folder, SurfaceBudget surfaces, JournaledTraining training)
      throws IOException {
    Shards.Share share = Shards.of(batch).share(options.shard());
    BatchResults results = new BatchSequence(batch, jobs.experiments(), training, share).results();
    int planned = share.size();
    if (results.trials().size() == planned) {
      folder.forgetStates();
      folder.retainSurfaces(surfaces.files(results.trials()));
    }
    return new BatchRun(
        folder.path(), results, BatchDigest.of(results.trials()), planned, training.unrun());
  }
}
