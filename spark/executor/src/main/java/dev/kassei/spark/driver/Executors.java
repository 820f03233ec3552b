package dev.kassei.spark.driver;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/** The processes in which Spark does tasks, which come one after the other. */
final class Executors {
  private static final int TICK_MILLIS = 200;
  private static final int MAX_TICKS = 60_000 / TICK_MILLIS;
  private static final int PATIENT_TICKS = 10_000 / TICK_MILLIS;

  /** After so long without another one they are taken for all. */
  private static final int QUIET_TICKS = 2_000 / TICK_MILLIS;

  private final SparkContext spark;
  private final Consumer<String> say;

  Executors(SparkContext spark, Consumer<String> say) {
    this.spark = spark;
    this.say = say;
  }

  /** Waits for the first of them, and for those that come with it. */
  void await() throws IOException {
    if (spark.isLocal()) {
      return;
    }
    int ticks = 0;
    while (present() == 0) {
      if (ticks == PATIENT_TICKS) {
        say.accept("%s has given no executor yet; waiting for one …".formatted(spark.master()));
      }
      if (ticks == MAX_TICKS) {
        throw new IOException(
            "%s has given no executor within a minute; has it a worker with as much memory as spark.executor.memory asks for, and free cores?"
                .formatted(spark.master()));
      }
      sleep();
      ticks++;
    }
    int quiet = 0;
    int last = present();
    while (quiet < QUIET_TICKS) {
      sleep();
      int now = present();
      quiet = now == last ? quiet + 1 : 0;
      last = now;
    }
    say.accept("executors of %s: %s".formatted(spark.master(), last));
  }

  /** Without the driver, which is listed as one. */
  private int present() throws IOException {
    if (spark.isStopped()) {
      throw new IOException(
          "%s does not answer, or has refused the application".formatted(spark.master()));
    }
    return spark.statusTracker().getExecutorInfos().length - 1;
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(TICK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for Spark");
    }
  }
}
