package dev.kassei.cli.failure;

import dev.kassei.results.text.UserFixable;

/** A mistake in what was typed. */
public final class UsageProblem extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  public UsageProblem(String message) {
    super(message);
  }
}
