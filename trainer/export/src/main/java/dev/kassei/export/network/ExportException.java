package dev.kassei.export.network;

import dev.kassei.results.text.UserFixable;

/** A network that a format has no form of. */
public final class ExportException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  public ExportException(String message) {
    super(message);
  }
}
