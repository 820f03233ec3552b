package dev.kassei.testkit;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * The contract of one family.
 *
 * @param type the family's interface
 * @param clauses what its plugins promise
 */
public record Kit<T>(Class<T> type, List<Clause<T>> clauses) {
  public Kit {
    clauses = List.copyOf(clauses);
  }

  /** Checks all clauses; nothing found means that the plugin keeps its contract. */
  public List<Finding> check(T plugin) {
    var found = new LinkedHashMap<Said, Finding>();
    clauses.stream()
        .flatMap(clause -> clause.run(plugin).stream())
        .forEach(
            each ->
                found.merge(new Said(each), each, (first, other) -> first.and(1 + other.more())));
    return List.copyOf(found.values());
  }

  /** What several clauses may find. */
  private record Said(Finding.Severity severity, String message) {
    Said(Finding finding) {
      this(finding.severity(), finding.message());
    }
  }
}
