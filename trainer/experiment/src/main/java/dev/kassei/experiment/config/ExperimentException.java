package dev.kassei.experiment.config;

import dev.kassei.results.text.UserFixable;

/** An experiment whose parts do not fit together, in a way that its author can fix. */
public final class ExperimentException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  /**
   * A problem.
   *
   * @param path the part of the configuration to look at, such as {@code dataset}
   * @param message what was expected, what came and what to do
   */
  public ExperimentException(String path, String message) {
    this(path + ": " + message, false);
  }

  private ExperimentException(String message, boolean temporary) {
    super(message);
    this.temporary = temporary;
  }

  /** A problem that is none later, or on another machine. */
  public static ExperimentException temporary(String path, String message) {
    return new ExperimentException(path + ": " + message, true);
  }

  /** A problem that a part of the experiment reports. */
  public ExperimentException(String path, IllegalArgumentException cause) {
    super(path + ": " + cause.getMessage(), cause);
    temporary = false;
  }

  private ExperimentException(String message, ExperimentException cause) {
    super(message, cause);
    temporary = cause.temporary;
  }

  @Override
  public boolean isTemporary() {
    return temporary;
  }

  /** The same problem, where {@code place} says which of many experiments has it. */
  public ExperimentException in(String place) {
    return new ExperimentException(getMessage() + " (" + place + ")", this);
  }
}
