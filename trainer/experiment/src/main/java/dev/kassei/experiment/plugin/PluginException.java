package dev.kassei.experiment.plugin;

import dev.kassei.results.text.UserFixable;

/** Says that a plugin's defaults cannot be made, or not be used. */
public final class PluginException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;
  private final transient PluginProblem problem;

  PluginException(PluginProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  PluginException(PluginProblem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What is wrong. */
  public PluginProblem problem() {
    return problem;
  }
}
