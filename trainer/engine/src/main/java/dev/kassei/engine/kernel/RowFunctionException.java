package dev.kassei.engine.kernel;

import dev.kassei.api.expr.RowFunction;

/** A function of rows failed, which is the fault of who wrote it. */
public final class RowFunctionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowFunctionException(RowFunction function, Throwable cause) {
    super(
        "the function of rows %s fails: %s".formatted(function.getClass().getName(), cause), cause);
  }
}
