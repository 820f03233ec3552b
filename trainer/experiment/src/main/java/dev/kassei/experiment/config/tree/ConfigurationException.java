package dev.kassei.experiment.config.tree;

import dev.kassei.results.text.UserFixable;
import java.util.List;
import java.util.stream.Collectors;

/** Says all that is wrong with a configuration, one problem a line. */
public final class ConfigurationException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order of their places. */
  public List<Problem> problems() {
    return problems;
  }
}
