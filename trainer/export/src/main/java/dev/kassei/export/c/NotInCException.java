package dev.kassei.export.c;

import dev.kassei.results.text.UserFixable;

/** Refuses a network that has no form in C; the message says why and what to do. */
public final class NotInCException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1;

  NotInCException(String message, Object... arguments) {
    super(message.formatted(arguments));
  }
}
