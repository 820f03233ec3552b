package dev.kassei.batch.run;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.worker.Cluster;
import dev.kassei.batch.worker.WorkerPool;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Who trains a batch in place of this process.
 *
 * @param option how they were asked for, such as {@code --executor processes}
 * @param count how many there are at once; empty if that is found out
 * @param lease one that gives no sign of life for so long is ended, and another takes its place
 * @param bundle what one is given at once takes about so long, by the number of bundles on their
 *     way at once
 * @param source makes them
 */
public record Workers(
    String option,
    Optional<Integer> count,
    Duration lease,
    IntFunction<Duration> bundle,
    Source source) {
  /** A machine may be busy, but not so busy. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** Long beside a message, short beside the end of a batch, when others wait. */
  static final Duration BUNDLE = Duration.ofMillis(500);

  /** A task of a cluster costs more than a message. */
  private static final Duration TASK = Duration.ofSeconds(2);

  /** A task takes Spark's driver 6 ms, which it has for all others meanwhile. */
  private static final Duration TASK_PER_SLOT = Duration.ofMillis(15);

  /** Clusters look after their machines themselves. */
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private static final int MIN_MILLIS = 100;

  public Workers {
    count.ifPresent(n -> require(n > 0, "expected at least 1 worker but was %s", n));
    require(lease.toMillis() >= MIN_MILLIS, "a lease of %s ms is too short", lease.toMillis());
  }

  /** Where they come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Makes them ready to be started.
     *
     * @param say takes what people are told meanwhile
     * @throws IOException if that is not possible now
     */
    WorkerPool open(BatchConfig batch, Consumer<String> say) throws IOException;
  }

  /** Processes of this machine like this one. */
  public static Workers processes(int count, Duration lease) {
    return new Workers(
        "--executor processes",
        Optional.of(count),
        lease,
        slots -> BUNDLE,
        (batch, say) -> new ProcessPool(count, WorkerMain.launcher(lease)));
  }

  /**
   * The machines of a cluster.
   *
   * @param option how they were asked for
   * @param tasks how many it has at once; if empty, twice as many as it can do
   */
  public static Workers cluster(String option, Optional<Integer> tasks, Cluster.Opener opener) {
    return new Workers(
        option,
        tasks,
        FOR_EVER,
        Workers::task,
        (batch, say) -> ClusterPool.open(opener, batch, say));
  }

  /** How long a task of a cluster takes, of so many at once. */
  static Duration task(int slots) {
    Duration all = TASK_PER_SLOT.multipliedBy(slots);
    return all.compareTo(TASK) > 0 ? all : TASK;
  }
}
