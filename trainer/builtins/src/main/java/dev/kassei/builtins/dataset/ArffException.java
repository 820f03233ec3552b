package dev.kassei.builtins.dataset;

/** A line of an ARFF file that cannot be read. */
final class ArffException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem of the line at hand. */
  ArffException(String message) {
    super(message);
  }
}
