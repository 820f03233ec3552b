package dev.kassei.export.pytorch;

import dev.kassei.results.text.UserFixable;

/** Refuses a network that has no form in PyTorch; the message says why and what to do. */
public final class NotInPyTorchException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1;

  NotInPyTorchException(String message, Object... arguments) {
    super(message.formatted(arguments));
  }
}
