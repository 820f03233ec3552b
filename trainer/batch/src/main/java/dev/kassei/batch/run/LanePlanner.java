package dev.kassei.batch.run;

import dev.kassei.api.Precision;
import dev.kassei.engine.graph.Node;
import dev.kassei.experiment.training.PreparedTrial;

/**
 * Decides how many trials are best trained at once in lanes of one plan. Lanes make vectors out of
 * small operations and share what a step costs beside its numbers; but all lanes together must stay
 * in the cache, and large operations fill vectors by themselves.
 */
final class LanePlanner {
  /** The most lanes that still pay. */
  private static final int MAX_LANES = 64;

  /** What all lanes together may take, in bytes, of a cache that is shared with code and data. */
  private static final long CACHE_BYTES = 512 << 10;

  /** A trial whose values take more, in bytes, fills vectors by itself. */
  private static final long LARGE_BYTES = 24 << 10;

  private LanePlanner() {}

  /** How many trials like this one are trained at once. */
  static int lanes(PreparedTrial trial) {
    long bytes = bytes(trial);
    if (trial.laneCompatibility().runsSolo() || bytes > LARGE_BYTES) {
      return 1;
    }
    return (int) Math.max(1, Math.min(MAX_LANES, CACHE_BYTES / Math.max(1, bytes)));
  }

  /** What all values of a training step take. */
  static long bytes(PreparedTrial trial) {
    long values = 0;
    for (Node node : trial.program().graph().nodes()) {
      long rows = node.shape().rows().actual(trial.batchSize());
      values += rows * node.shape().columns();
    }
    return values * (trial.precision() == Precision.FLOAT64 ? Double.BYTES : Float.BYTES);
  }
}
