package dev.kassei.batch.history;

import dev.kassei.api.Precision;
import dev.kassei.engine.kernel.Kernels;
import java.util.OptionalInt;

/** The vectors of the processor that trials are trained with. */
public final class Vectors {
  private Vectors() {}

  /** Their width in bits; empty where the JVM runs without the module jdk.incubator.vector. */
  public static OptionalInt bits() {
    return Kernels.vector(Precision.FLOAT64).map(Kernels::vectorBits).orElse(OptionalInt.empty());
  }
}
