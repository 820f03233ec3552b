package dev.kassei.engine.kernel;

import dev.kassei.api.Precision;
import dev.kassei.engine.logging.Logs;
import java.util.Optional;
import org.slf4j.Logger;

/** Finds the vector kernels by name: nothing links to the module that they need. */
final class VectorKernels {
  private VectorKernels() {}

  static Optional<Kernels> find(Precision precision) {
    if (!Module.IS_THERE) {
      return Optional.empty();
    }
    String bits = precision == Precision.FLOAT64 ? "64" : "32";
    return load(VectorKernels.class.getPackageName() + ".vector.Float" + bits + "VectorKernels");
  }

  /** Looked for once, by one thread: a logger that several find at the same time complains. */
  private static final class Module {
    static final boolean IS_THERE = isThere();

    private static boolean isThere() {
      Optional<Throwable> missing = VectorModule.missing();
      missing.ifPresent(
          reason ->
              log()
                  .ifPresent(
                      log ->
                          log.debug(
                              "Scalar kernels: the JVM runs without {}",
                              VectorModule.NAME,
                              reason)));
      return missing.isEmpty();
    }
  }

  private static Optional<Kernels> load(String name) {
    try {
      Object kernels = Class.forName(name).getDeclaredConstructor().newInstance();
      return Optional.of((Kernels) kernels);
    } catch (ReflectiveOperationException | LinkageError e) {
      log().ifPresent(log -> log.debug("Scalar kernels: {} does not run on this JVM", name, e));
      return Optional.empty();
    }
  }

  /** Found when there is something to say: that takes longer than many a training run. */
  private static Optional<Logger> log() {
    return Logs.of(VectorKernels.class);
  }
}
