package dev.kassei.cli.command;

import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.Workers;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.training.RunOptions;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How trials are executed, and by whom: this process, or others that it starts. */
final class ExecutorOptions {
  /** Seconds that a worker may be silent; for tests, which have no time. */
  private static final String LEASE = "kassei.worker.lease";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** The kinds. */
  enum Executor {
    THREADS,
    PROCESSES
  }

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "The number of threads. The results do not depend on it. Default: one per processor.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description =
          "The number of trials of a batch to train at once in lanes, where possible; a single run"
              + " is trained together with N - 1 copies with other seeds. The results do not depend"
              + " on it. Default: whatever is fastest.")
  private Optional<Integer> lanes = Optional.empty();

  @Option(
      names = "--kernels",
      paramLabel = "KIND",
      description =
          "The kernels to compute with: auto, scalar or vector. The results do not depend on them."
              + " Default: auto.")
  private RunOptions.Kernels kernels = RunOptions.Kernels.AUTO;

  @Option(
      names = "--executor",
      paramLabel = "KIND",
      description =
          "Who trains the trials of a batch: threads of this process, or processes, of which one that"
              + " dies or hangs is replaced and loses nothing. The results do not depend on it."
              + " Default: threads.")
  private Executor executor = Executor.THREADS;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "The number of processes to train a batch on, with --executor processes; --threads is then"
              + " that of each, by default its share of the processors. Default: one per processor.")
  private Optional<Integer> workers = Optional.empty();

  /** Whether other processes train. */
  boolean isByProcesses() {
    return executor == Executor.PROCESSES;
  }

  /** Refuses what makes no sense. */
  void requireSense() {
    if (workers.isPresent() && !isByProcesses()) {
      throw new UsageProblem("--workers counts processes; add --executor processes");
    }
    threads.ifPresent(count -> UsageProblem.requirePositive("--threads", count));
    lanes.ifPresent(count -> UsageProblem.requirePositive("--lanes", count));
    workers.ifPresent(count -> UsageProblem.requirePositive("--workers", count));
  }

  /** How a single run is executed. */
  RunOptions ofRun(boolean profile) {
    return new RunOptions(threads(), lanes.orElse(1), kernels, profile);
  }

  /** How a batch is executed. */
  BatchOptions ofBatch(boolean failsFast, boolean isRecorded) {
    var options = new BatchOptions(threads(), lanes, kernels, failsFast, isRecorded);
    return isByProcesses() ? options.by(new Workers(count(), lease(), Workers.BUNDLE)) : options;
  }

  private int threads() {
    return threads.orElse(isByProcesses() ? Math.max(1, PROCESSORS / count()) : PROCESSORS);
  }

  private int count() {
    return workers.orElse(PROCESSORS);
  }

  private static Duration lease() {
    return Optional.ofNullable(Integer.getInteger(LEASE))
        .map(seconds -> Duration.ofSeconds(seconds))
        .orElse(Workers.LEASE);
  }
}
