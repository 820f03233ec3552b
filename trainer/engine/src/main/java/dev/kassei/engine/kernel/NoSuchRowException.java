package dev.kassei.engine.kernel;

/**
 * A formula came to a number that is no row's: a fact about the experiment, as divergence is one.
 */
public final class NoSuchRowException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchRowException(Number number, int rows) {
    super("a row number from 0 to " + (rows - 1) + " expected, but " + number + " came");
  }
}
