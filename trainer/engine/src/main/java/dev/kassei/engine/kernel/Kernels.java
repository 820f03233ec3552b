package dev.kassei.engine.kernel;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import java.util.List;
import java.util.Optional;

/** The kernels of one precision. */
public interface Kernels {
  /** The scalar kernels, which define the bits. */
  static Kernels scalar(Precision precision) {
    return precision == Precision.FLOAT64 ? new Float64Kernels() : new Float32Kernels();
  }

  /**
   * The vector kernels, which compute the same bits; empty where the JVM runs without the module
   * jdk.incubator.vector.
   */
  static Optional<Kernels> vector(Precision precision) {
    return VectorKernels.find(precision);
  }

  /** A buffer of {@code size} zeros. */
  Buffer allocate(int size);

  /** One thread's share of a pointwise region. */
  Step tiles(TileProgram program, Share share);

  /** An operation that is not pointwise; {@code y} is overwritten. */
  Step step(Operation operation, Detail detail, List<Matrix> operands, Matrix y);

  /**
   * One thread's share of an operation that is not pointwise; empty if these kernels do not split
   * it.
   */
  default Optional<Step> step(Operation operation, List<Matrix> operands, Matrix y, Share share) {
    return Optional.empty();
  }

  /** Copies the active lanes of {@code x} into {@code y}, of the same shape. */
  Step copy(Matrix x, Matrix y, boolean[] active);
}
