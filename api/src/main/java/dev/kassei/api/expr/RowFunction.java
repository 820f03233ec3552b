package dev.kassei.api.expr;

import org.apiguardian.api.API;

/**
 * A function of one row in plain Java, for what no formula can express, such as sorting. It must
 * depend on its arguments alone, and be safe to call from several threads. It has no second
 * derivative and cannot be exported.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface RowFunction {
  /** Computes the row's value: {@code x} is not modified, {@code y} is overwritten. */
  void value(double[] x, double[] y);

  /**
   * Computes the gradient of the row.
   *
   * @param x the row, not modified
   * @param y its value, not modified
   * @param dy the gradient with respect to the value, not modified
   * @param dx the gradient with respect to the row, overwritten
   */
  void gradient(double[] x, double[] y, double[] dy, double[] dx);
}
