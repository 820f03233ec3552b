package dev.kassei.batch.run;

import com.sun.management.OperatingSystemMXBean;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.plugin.KasseiCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Measures what a coordinator computes for workers that train nothing but answer at once, over
 * sockets of this machine. What workers compute is not counted; what the JVM does beside is.
 * Arguments: the numbers of trials, workers, and trials per group, and the nanoseconds of a bundle,
 * of which 1 makes each group one. Where classes lie in folders and not in jars, most of it is
 * looking whether they have changed.
 */
final class CoordinatorCosts {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int trials;
  private final TinyBatch tiny;
  private final Path results;
  private final AnsweringWorkers workers;

  private CoordinatorCosts(Path folder, int trials) throws IOException {
    this.trials = trials;
    this.tiny = new TinyBatch(folder);
    this.results = folder.resolve("many");
    this.workers = new AnsweringWorkers(tiny.run(config(1)).records().get(0));
  }

  public static void main(String[] arguments) throws IOException {
    int trials = Integer.parseInt(arguments[0]);
    int workers = Integer.parseInt(arguments[1]);
    int lanes = Integer.parseInt(arguments[2]);
    var bundle = Duration.ofNanos(Long.parseLong(arguments[3]));
    for (int count : List.of(Math.min(trials, 20_000), trials)) {
      var costs = new CoordinatorCosts(Files.createTempDirectory("costs"), count);
      costs.measure(workers, lanes, bundle);
    }
  }

  private BatchConfig config(int count) throws IOException {
    return tiny.config("{grid: {seed: {from: 1, count: %s}}}".formatted(count));
  }

  private void measure(int count, int lanes, Duration bundle) throws IOException {
    BatchConfig batch = config(trials);
    makeJobs(batch);
    var others =
        new Workers(
            "--executor test",
            Optional.of(count),
            Workers.LEASE,
            slots -> bundle,
            (any, say) -> new ProcessPool(count, workers.launcher()));
    BatchOptions options = TinyBatch.options(1, Optional.of(lanes), false).by(others);
    var kassei = new KasseiVersion("1", KasseiCode.hash());
    new BatchRunner(batch, kassei, options, new StopSignal(), new Watch()).run(results);
  }

  private void makeJobs(BatchConfig batch) {
    Jobs jobs = Jobs.of(batch, "1", new InputFiles());
    long start = SYSTEM.getProcessCpuTime();
    batch.trials().forEach(jobs::of);
    System.out.printf(
        "%d jobs made, µs each: %.1f%n", trials, micros(SYSTEM.getProcessCpuTime() - start));
  }

  private double micros(long nanos) {
    return nanos / 1e3 / trials;
  }

  /** Looks at clocks when training starts and when it ends. */
  private final class Watch implements BatchListener {
    private long start;
    private long busy;

    @Override
    public void started(String what, long total, List<TrialResult> known) {
      start = System.nanoTime();
      busy = busy();
    }

    private long busy() {
      return SYSTEM.getProcessCpuTime() - workers.busyNanos();
    }

    @Override
    public void ended(List<TrialResult> trials) {}

    @Override
    public void finished() {
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d trials, %.1f s, %d messages, %.0f per second; coordinator %.1f µs per trial; live after it %d MB%n",
          trials,
          seconds,
          workers.messages(),
          workers.messages() / seconds,
          micros(busy() - busy),
          live());
    }

    private static long live() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
  }
}
