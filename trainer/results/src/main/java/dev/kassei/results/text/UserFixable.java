package dev.kassei.results.text;

/**
 * Marks an exception for what the user can fix: its message says what was expected, what came and
 * what to do, and needs no stack trace.
 */
public interface UserFixable {}
