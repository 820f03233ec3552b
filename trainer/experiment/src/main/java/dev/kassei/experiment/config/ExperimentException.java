package dev.kassei.experiment.config;

import dev.kassei.results.text.UserFixable;

/** An experiment whose parts do not fit together, in a way that its author can fix. */
public final class ExperimentException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  /**
   * A problem.
   *
   * @param path the part of the configuration to look at, such as {@code dataset}
   * @param message what was expected, what came and what to do
   */
  public ExperimentException(String path, String message) {
    super(path + ": " + message);
  }

  /** A problem that a part of the experiment reports. */
  public ExperimentException(String path, IllegalArgumentException cause) {
    super(path + ": " + cause.getMessage(), cause);
  }

  private ExperimentException(String message, ExperimentException cause) {
    super(message, cause);
  }

  /** The same problem, where {@code place} says which of many experiments has it. */
  public ExperimentException in(String place) {
    return new ExperimentException(getMessage() + " (" + place + ")", this);
  }
}
