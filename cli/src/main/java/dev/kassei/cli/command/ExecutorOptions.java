package dev.kassei.cli.command;

import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.Workers;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.spark.SparkExecutor;
import java.io.IOException;
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
    PROCESSES,
    SPARK
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
          "Who trains the trials of a batch: threads of this process; processes, of which one that dies"
              + " or hangs is replaced and loses nothing; or spark, the machines of Apache Spark. The"
              + " results do not depend on it. Default: threads.")
  private Executor executor = Executor.THREADS;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "With --executor processes the number of them; --threads is then that of each, by default its"
              + " share of the processors. Default: one per processor. With --executor spark the number"
              + " of tasks at once, each on --threads cores, by default one. Default: twice what Spark"
              + " can do at once.")
  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The Spark of --executor spark, such as spark://host:7077, or local[2] for this machine."
              + " Default: what Spark's own settings say.")
  private Optional<String> master = Optional.empty();

  /** How others were asked to train, such as {@code --executor processes}; empty if none were. */
  Optional<String> others() {
    return switch (executor) {
      case THREADS -> Optional.empty();
      case PROCESSES -> Optional.of("--executor processes");
      case SPARK -> Optional.of(SparkExecutor.OPTION);
    };
  }

  /** Refuses what makes no sense. */
  void requireSense() {
    if (workers.isPresent() && executor == Executor.THREADS) {
      throw new UsageProblem(
          "--workers counts processes, or tasks of Spark; add --executor processes or spark");
    }
    if (master.isPresent() && executor != Executor.SPARK) {
      throw new UsageProblem("--master is the address of Spark; add --executor spark");
    }
    threads.ifPresent(count -> UsageProblem.requirePositive("--threads", count));
    lanes.ifPresent(count -> UsageProblem.requirePositive("--lanes", count));
    workers.ifPresent(count -> UsageProblem.requirePositive("--workers", count));
  }

  /** How a single run is executed. */
  RunOptions ofRun(boolean profile) {
    return new RunOptions(threads(), lanes.orElse(1), kernels, profile);
  }

  /**
   * How a batch is executed.
   *
   * @param name of the batch
   */
  BatchOptions ofBatch(String name, boolean failsFast, boolean isRecorded) throws IOException {
    var options = new BatchOptions(threads(), lanes, kernels, failsFast, isRecorded);
    return switch (executor) {
      case THREADS -> options;
      case PROCESSES -> options.by(Workers.processes(processes(), lease()));
      case SPARK -> options.by(spark(name));
    };
  }

  private Workers spark(String name) throws IOException {
    var spark = new SparkExecutor(master, name, threads());
    spark.requireThere();
    return Workers.cluster(SparkExecutor.OPTION, workers, spark);
  }

  private int threads() {
    return threads.orElseGet(
        () ->
            switch (executor) {
              case THREADS -> PROCESSORS;
              case PROCESSES -> Math.max(1, PROCESSORS / processes());
              case SPARK -> 1;
            });
  }

  private int processes() {
    return workers.orElse(PROCESSORS);
  }

  private static Duration lease() {
    return Optional.ofNullable(Integer.getInteger(LEASE))
        .map(seconds -> Duration.ofSeconds(seconds))
        .orElse(Workers.LEASE);
  }
}
