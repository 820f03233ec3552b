package dev.kassei.testkit;

/**
 * What a check found out about a plugin.
 *
 * @param severity how bad it is
 * @param check the name of the check
 * @param message what was expected, what came, and where
 */
public record Finding(Severity severity, String check, String message) {
  /** How bad a finding is. */
  public enum Severity {
    /** The plugin breaks its contract. */
    ERROR,
    /** It may be meant so, but its author should know. */
    WARNING,
    /** A property that is no fault. */
    REMARK
  }

  @Override
  public String toString() {
    return severity + " " + check + ": " + message;
  }
}
