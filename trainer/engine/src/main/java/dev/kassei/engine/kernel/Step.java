package dev.kassei.engine.kernel;

/** One kernel with its buffers. */
@FunctionalInterface
public interface Step {
  /** Computes for a batch of {@code batch} rows. */
  void run(int batch);
}
