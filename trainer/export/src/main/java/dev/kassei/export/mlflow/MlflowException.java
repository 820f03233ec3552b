package dev.kassei.export.mlflow;

import dev.kassei.results.text.UserFixable;

/** What a server refused, or why it cannot be reached. */
final class MlflowException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  /** Whether the same request may be answered later. */
  private final boolean isPassing;

  private final String code;

  private MlflowException(String message, String code, boolean isPassing) {
    super(message);
    this.code = code;
    this.isPassing = isPassing;
  }

  /** A problem that may be gone with the next try. */
  static MlflowException passing(String message) {
    return new MlflowException(message, "", true);
  }

  /** A problem that stays until somebody does something. */
  static MlflowException lasting(String message) {
    return new MlflowException(message, "", false);
  }

  /** What the server refused, with its own word for it. */
  static MlflowException refused(String message, String code) {
    return new MlflowException(message, code, false);
  }

  boolean isPassing() {
    return isPassing;
  }

  /** Whether the server gave this error code. */
  boolean has(String errorCode) {
    return code.equals(errorCode);
  }
}
