package dev.kassei.batch.run;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.experiment.training.RunOptions;
import java.util.Optional;

/**
 * How a batch is executed. None of it changes a bit of what comes out of a trial.
 *
 * @param threads the number of threads
 * @param lanes how many trials are trained at once in lanes of a plan, where they can; if empty, as
 *     many as is expected to be fastest
 * @param kernels which kernels run
 * @param failsFast whether the batch ends when a trial fails or diverges
 * @param isRecorded whether some trials save what their pictures are drawn from
 * @param shard the share that is trained here; empty for all trials
 * @param workers the processes that train, each on so many threads; empty if this one does
 */
public record BatchOptions(
    int threads,
    Optional<Integer> lanes,
    RunOptions.Kernels kernels,
    boolean failsFast,
    boolean isRecorded,
    Optional<Shard> shard,
    Optional<Workers> workers) {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  public BatchOptions {
    require(threads > 0, "expected at least 1 thread but was %s", threads);
    require(lanes.orElse(1) > 0, "expected at least 1 lane but was %s", lanes.orElse(1));
  }

  /** For all trials. */
  public BatchOptions(
      int threads,
      Optional<Integer> lanes,
      RunOptions.Kernels kernels,
      boolean failsFast,
      boolean isRecorded) {
    this(threads, lanes, kernels, failsFast, isRecorded, Optional.empty(), Optional.empty());
  }

  /** The same for one share of the trials, or all. */
  public BatchOptions of(Optional<Shard> share) {
    return new BatchOptions(threads, lanes, kernels, failsFast, isRecorded, share, workers);
  }

  /** The same by other processes. */
  public BatchOptions by(Workers others) {
    return new BatchOptions(
        threads, lanes, kernels, failsFast, isRecorded, shard, Optional.of(others));
  }

  /**
   * The same by this process alone, on as many threads as workers have together on this machine.
   */
  public BatchOptions here() {
    return new BatchOptions(
        workers.map(others -> threadsOf(others)).orElse(threads),
        lanes,
        kernels,
        failsFast,
        isRecorded,
        shard,
        Optional.empty());
  }

  private int threadsOf(Workers others) {
    return others.count().map(count -> count * threads).orElse(PROCESSORS);
  }

  /** How many groups of trials are trained at once, as far as it is known. */
  public int chunksAtOnce() {
    return workers.map(others -> others.count().orElse(1)).orElse(threads);
  }

  /** The same on so many threads. */
  BatchOptions on(int number) {
    return new BatchOptions(number, lanes, kernels, failsFast, isRecorded, shard, workers);
  }
}
