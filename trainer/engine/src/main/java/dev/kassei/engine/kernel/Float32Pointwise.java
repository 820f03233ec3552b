// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;

/** Pointwise operations over arrays in float32. */
public interface Float32Pointwise {
  /**
   * Applies one pointwise operation to {@code n} values. {@code y} is overwritten from {@code yi}
   * to {@code yi + n}; the operands start at {@code ai}, {@code bi} and {@code ci}, are not
   * modified, and may be read, but are not used, up to {@link Buffer#PADDING} values beyond their
   * end. Operands that the operation does not have are not read. {@code y} may be an operand if
   * both start at the same place.
   */
  void run(
      Operation operation,
      float[] y,
      int yi,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] c,
      int ci,
      int n);

  /**
   * Applies several operations to {@code n} values, as if one after the other.
   *
   * @param x the operands in the order of their letters
   * @param xi where each starts; at least as many as there are operands
   */
  void run(Fused fused, float[] y, int yi, float[][] x, int[] xi, int n);
}
