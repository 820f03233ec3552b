package dev.kassei.batch.run;

import dev.kassei.batch.worker.Cluster;
import dev.kassei.results.CopiedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A cluster of threads of the test, whose one machine has a folder of its own. */
final class FakeCluster implements Cluster, Cluster.Opener {
  private final Path machine;
  private final Fault fault;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger tasks = new AtomicInteger();
  private Path inputs = Path.of("");
  private TaskWorker worker = new TaskWorker(inputs);
  private boolean isOpen;

  /**
   * @param machine the folder of its machine
   */
  FakeCluster(Path machine, Fault fault) {
    this.machine = machine;
    this.fault = fault;
  }

  /** What happens to tasks. */
  interface Fault {
    /**
     * Called before a task is done.
     *
     * @param task which one it is, from 1
     * @throws Exception if the task ends of it
     */
    void on(int task) throws Exception;
  }

  @Override
  public Cluster open(Path sent, Class<?> type, Consumer<String> say) throws IOException {
    Files.createDirectories(machine);
    inputs = machine.resolve(CopiedFiles.all(sent.getParent(), machine).apply(sent.toString()));
    worker = new TaskWorker(inputs);
    isOpen = true;
    return this;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** Where its machine has what the batch reads. */
  Path inputs() {
    return inputs;
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public boolean isAlive() {
    return isOpen && !threads.isShutdown();
  }

  @Override
  public Future<byte[]> submit(byte[] task) throws IOException {
    try {
      return threads.submit(
          () -> {
            fault.on(tasks.incrementAndGet());
            return worker.apply(task, Thread.currentThread()::isInterrupted);
          });
    } catch (RejectedExecutionException e) {
      throw new IOException("closed", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
