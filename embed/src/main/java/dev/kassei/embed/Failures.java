package dev.kassei.embed;

import dev.kassei.engine.kernel.RowFunctionException;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.results.text.UserFixable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what the caller can fix into a {@link KasseiException}; defects of Kassei stay. */
final class Failures {
  private Failures() {}

  /** Work that may fail in many ways. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws IOException;
  }

  /** The result of some work. */
  static <T> T translated(Work<T> work) {
    try {
      return work.result();
    } catch (KasseiException e) {
      throw e;
    } catch (ConfigurationException e) {
      throw new KasseiException(e.problems().stream().map(Failures::problem).toList(), e);
    } catch (IOException | UncheckedIOException e) {
      throw exception("a file cannot be read or written: " + e, e);
    } catch (RuntimeException e) {
      throw translated(e);
    }
  }

  /** The result of work whose illegal arguments are the caller's. */
  static <T> T checked(Work<T> work) {
    return translated(
        () -> {
          try {
            return work.result();
          } catch (IllegalArgumentException e) {
            throw exception(String.valueOf(e.getMessage()), e);
          }
        });
  }

  /**
   * The result of code that a program has given; whatever it throws is the program's.
   *
   * @param name what the code is called
   */
  static <T> T ofProgram(String name, Work<T> work) {
    try {
      return checked(work);
    } catch (KasseiException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw exception(name + " fails: " + e, e);
    }
  }

  private static RuntimeException translated(RuntimeException problem) {
    if (problem instanceof UserFixable) {
      return exception(String.valueOf(problem.getMessage()), problem);
    }
    return PluginFailure.of(problem)
        .map(culprit -> "a plugin fails: " + culprit)
        .or(() -> rowFunction(problem))
        .<RuntimeException>map(message -> exception(message, problem))
        .orElse(problem);
  }

  /** It may have failed in a helper's share of a step. */
  private static Optional<String> rowFunction(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .filter(RowFunctionException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst();
  }

  private static KasseiException exception(String message, Throwable cause) {
    return new KasseiException(List.of(Problem.of(message)), cause);
  }

  private static Problem problem(dev.kassei.experiment.config.tree.Problem problem) {
    Location place = problem.location();
    String lines = String.join("\n", problem.excerpt());
    String message = lines.isEmpty() ? problem.message() : problem.message() + "\n" + lines;
    return new Problem(place.source(), place.line(), place.column(), problem.path(), message);
  }
}
