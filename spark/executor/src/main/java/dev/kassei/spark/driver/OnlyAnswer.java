package dev.kassei.spark.driver;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer of a job that has one partition with one task. */
record OnlyAnswer(Future<List<byte[]>> job) implements Future<byte[]> {
  private static final String LOST = "ExecutorLostFailure";

  /** Of a job that was cancelled because Spark itself has ended. */
  private static final String ENDED = "SparkContext was shut down";

  @Override
  public boolean cancel(boolean interrupts) {
    return job.cancel(interrupts);
  }

  @Override
  public boolean isCancelled() {
    return job.isCancelled();
  }

  @Override
  public boolean isDone() {
    return job.isDone();
  }

  @Override
  public byte[] get() throws InterruptedException, ExecutionException {
    try {
      return job.get().get(0);
    } catch (ExecutionException e) {
      throw shortened(e);
    }
  }

  @Override
  public byte[] get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return job.get(timeout, unit).get(0);
    } catch (ExecutionException e) {
      throw shortened(e);
    }
  }

  /** What a task throws itself never comes from what it trains. */
  private static ExecutionException shortened(ExecutionException problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    String reason = FirstLine.of(cause);
    boolean isLost = reason.contains(LOST) || reason.contains(ENDED);
    return new ExecutionException(
        isLost ? new IOException(reason, problem) : new IllegalStateException(reason, problem));
  }
}
