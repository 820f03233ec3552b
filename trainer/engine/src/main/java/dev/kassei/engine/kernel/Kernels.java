package dev.kassei.engine.kernel;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /** The width in bits of the processor's vectors that these kernels use; empty for none. */
  default OptionalInt vectorBits() {
    return OptionalInt.empty();
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

  /**
   * An operation that is given no windows but what they slide over: a product of what a window sees
   * of the first operand, or a reduction over its taps. Without lanes; {@code y} is overwritten.
   */
  Step windowed(Operation operation, Window window, List<Matrix> operands, Matrix y);

  /** One thread's share of such a product; empty if these kernels do not split it. */
  default Optional<Step> windowed(
      Operation operation, Window window, List<Matrix> operands, Matrix y, Share share) {
    return Optional.empty();
  }

  /** The rows of a·bᵀ added where windows saw them. Without lanes; {@code y} is overwritten. */
  Step folded(Window window, Matrix a, Matrix b, Matrix y);

  /** One thread's share of that; empty if these kernels do not split it. */
  default Optional<Step> folded(Window window, Matrix a, Matrix b, Matrix y, Share share) {
    return Optional.empty();
  }

  /** Copies the active lanes of {@code x} into {@code y}, of the same shape. */
  Step copy(Matrix x, Matrix y, boolean[] active);
}
