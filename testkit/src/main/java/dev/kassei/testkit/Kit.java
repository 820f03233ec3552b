package dev.kassei.testkit;

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
    return clauses.stream().flatMap(clause -> clause.run(plugin).stream()).toList();
  }
}
