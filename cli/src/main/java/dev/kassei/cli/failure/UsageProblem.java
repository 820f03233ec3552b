package dev.kassei.cli.failure;

import dev.kassei.results.text.UserFixable;

/** A mistake in what was typed. */
public final class UsageProblem extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  public UsageProblem(String message) {
    super(message);
  }

  /**
   * Refuses a number below 1.
   *
   * @param option that gives it
   */
  public static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new UsageProblem(option + ": expected at least 1 but was " + value);
    }
  }
}
