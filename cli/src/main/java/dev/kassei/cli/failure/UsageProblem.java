package dev.kassei.cli.failure;

/** A mistake in what was typed. */
public final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageProblem(String message) {
    super(message);
  }
}
