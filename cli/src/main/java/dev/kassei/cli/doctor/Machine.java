package dev.kassei.cli.doctor;

import dev.kassei.batch.history.Processor;
import dev.kassei.batch.history.Vectors;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Kassei runs on.
 *
 * @param java the JVM
 * @param system the operating system and its architecture
 * @param processor as the system describes it
 * @param cores on which Java may run
 * @param vectorBits the width of the vectors that kernels use; empty if they use none
 * @param heap how many bytes Java may use
 * @param memory how many bytes the machine or the container has; 0 if Java cannot tell
 * @param load how many processes were running, over the last minute; NaN if the system does not say
 * @param archiving whether an archive of loaded classes can be made
 */
record Machine(
    JavaProcess java,
    String system,
    Processor processor,
    int cores,
    OptionalInt vectorBits,
    long heap,
    long memory,
    double load,
    Archiving archiving) {

  /** Whether the launcher can make an archive of loaded classes. */
  enum Archiving {
    POSSIBLE,
    /** {@code KASSEI_ARCHIVE=no}. */
    UNWANTED,
    /** The folder of the jars cannot be written. */
    FORBIDDEN
  }

  /** This one. */
  static Machine current(Archiving archiving) {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        JavaProcess.current(),
        "%s %s, %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        Processor.ofThisMachine(),
        Runtime.getRuntime().availableProcessors(),
        Vectors.bits(),
        Runtime.getRuntime().maxMemory(),
        memory(system),
        system.getSystemLoadAverage(),
        archiving);
  }

  private static long memory(OperatingSystemMXBean system) {
    return Optional.of(system)
        .filter(com.sun.management.OperatingSystemMXBean.class::isInstance)
        .map(com.sun.management.OperatingSystemMXBean.class::cast)
        .map(com.sun.management.OperatingSystemMXBean::getTotalMemorySize)
        .orElse(0L);
  }

  /** The widest vectors that the processor has, where its features tell. */
  OptionalInt widestVectors() {
    if (processor.features().contains("avx512f")) {
      return OptionalInt.of(512);
    }
    return processor.features().contains("avx2") ? OptionalInt.of(256) : OptionalInt.empty();
  }
}
