package dev.kassei.testkit;

/**
 * What a check found out about a plugin.
 *
 * @param severity how bad it is
 * @param check the name of the check
 * @param message what was expected, what came, and where
 * @param more how many of the same kind were found, too, and are not listed
 */
public record Finding(Severity severity, String check, String message, int more) {
  /** How bad a finding is. */
  public enum Severity {
    /** The plugin breaks its contract. */
    ERROR,
    /** It may be meant so, but its author should know. */
    WARNING,
    /** A property that is no fault. */
    REMARK
  }

  /** A finding that is the only one of its kind, or whose likes are listed. */
  public Finding(Severity severity, String check, String message) {
    this(severity, check, message, 0);
  }

  /** The same, with others of its kind that are counted. */
  Finding and(int others) {
    return new Finding(severity, check, message, more + others);
  }

  /** The message, and how many more there are of its kind. */
  public String text() {
    return more == 0 ? message : "%s, and %s more of this kind".formatted(message, more);
  }

  @Override
  public String toString() {
    return severity + " " + check + ": " + text();
  }
}
