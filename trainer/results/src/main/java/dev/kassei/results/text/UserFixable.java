package dev.kassei.results.text;

/**
 * Marks an exception for what the user can fix: its message says what was expected, what came and
 * what to do, and needs no stack trace.
 */
public interface UserFixable {
  /** Whether the same may succeed later or elsewhere, with nothing changed. */
  default boolean isTemporary() {
    return false;
  }
}
