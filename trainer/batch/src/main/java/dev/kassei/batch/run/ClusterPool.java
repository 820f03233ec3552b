package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.worker.Cluster;
import dev.kassei.batch.worker.ClusterLink;
import dev.kassei.batch.worker.WorkerLink;
import dev.kassei.batch.worker.WorkerPool;
import dev.kassei.results.file.TemporaryFolder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tasks of a cluster in the place of workers, and what the batch reads copied for them. */
final class ClusterPool implements WorkerPool {
  /** One task waits while another runs, so that no machine has to. */
  private static final int TASKS_PER_SLOT = 2;

  private final Cluster cluster;
  private final Map<String, String> copies;

  private ClusterPool(Cluster cluster, Map<String, String> copies) {
    this.cluster = cluster;
    this.copies = copies;
  }

  static ClusterPool open(Cluster.Opener opener, BatchConfig batch, Consumer<String> say)
      throws IOException {
    try (var inputs = TemporaryFolder.create("kassei-inputs")) {
      Map<String, String> copies = SharedInputs.copy(batch, inputs.path());
      return new ClusterPool(opener.open(inputs.path(), TaskWorker.class, say), copies);
    }
  }

  @Override
  public int size() {
    return TASKS_PER_SLOT * cluster.slots();
  }

  @Override
  public Optional<Map<String, String>> copies() {
    return Optional.of(copies);
  }

  @Override
  public boolean isAlive() {
    return cluster.isAlive();
  }

  @Override
  public WorkerLink start(Consumer<String> output) throws IOException {
    if (!cluster.isAlive()) {
      throw new IOException("the cluster has ended");
    }
    return new ClusterLink(cluster);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
