package dev.kassei.embed;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Says all that is wrong with what was asked for, in a way that the caller can fix: a
 * configuration, data, a plugin, a folder. Its message has one problem a line.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class KasseiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  KasseiException(List<Problem> problems, Throwable cause) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
    this.problems = List.copyOf(problems);
  }

  KasseiException(String message) {
    super(message);
    this.problems = List.of(Problem.of(message));
  }

  /** The problems in the order of their places, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
