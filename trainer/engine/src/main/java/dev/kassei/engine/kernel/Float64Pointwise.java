package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;

/** Pointwise operations over arrays in float64. */
public interface Float64Pointwise {
  /**
   * Applies one pointwise operation to {@code n} values. {@code y} is overwritten from {@code yi}
   * to {@code yi + n}; the operands start at {@code ai}, {@code bi} and {@code ci}, are not
   * modified, and may be read, but are not used, up to {@link Buffer#PADDING} values beyond their
   * end. Operands that the operation does not have are not read. {@code y} may be an operand if
   * both start at the same place.
   */
  void run(
      Operation operation,
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      int n);

  /**
   * Applies several operations to {@code n} values, as if one after the other.
   *
   * @param x the operands in the order of their letters
   * @param xi where each starts; at least as many as there are operands
   */
  void run(Fused fused, double[] y, int yi, double[][] x, int[] xi, int n);
}
