package dev.kassei.testkit;

import dev.kassei.api.value.ContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The clauses of one family, as they are put together. */
final class Clauses<T> {
  private final List<Clause<T>> clauses = new ArrayList<>();

  Clauses() {
    and("PLUGIN", "is a named public record with defaults", PluginCheck::check);
  }

  private record Checked<T>(String name, String promise, BiConsumer<? super T, Findings> check)
      implements Clause<T> {
    @Override
    public List<Finding> run(T plugin) {
      return Clauses.run(name, check, plugin);
    }
  }

  /** One more clause. */
  Clauses<T> and(String name, String promise, BiConsumer<? super T, Findings> check) {
    clauses.add(new Checked<>(name, promise, check));
    return this;
  }

  List<Clause<T>> list() {
    return List.copyOf(clauses);
  }

  /** Runs a check; what it throws is a finding, too. */
  static <T> List<Finding> run(String name, BiConsumer<? super T, Findings> check, T plugin) {
    var findings = new Findings(name.toLowerCase(Locale.ROOT));
    try {
      check.accept(plugin, findings);
    } catch (ContractException e) {
      findings.error("%s", e.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      findings.error("it throws %s%s", e, place(e));
    }
    return findings.list();
  }

  /** Where an exception arose, to be written behind it. */
  static String place(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    return trace.length == 0 ? "" : ", at " + trace[0];
  }
}
