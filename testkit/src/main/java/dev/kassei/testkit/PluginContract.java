package dev.kassei.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.kassei.testkit.Finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of one family of plugins as JUnit 5 tests; test classes implement the interface of
 * their family, such as {@link ActivationContract}.
 *
 * @param <T> the family's interface
 */
public interface PluginContract<T> {
  /** The plugins to test. */
  Stream<T> plugins();

  /** What they promise. */
  List<? extends Clause<T>> clauses();

  /** Whether a finding is acceptable; by default all but errors are. */
  default boolean accepts(Finding finding) {
    return finding.severity() != Severity.ERROR;
  }

  /** One container per plugin, one test per clause of the contract. */
  @TestFactory
  default Stream<DynamicNode> keepsTheContract() {
    return plugins().map(plugin -> dynamicContainer(plugin.toString(), clauses(plugin)));
  }

  private Stream<DynamicNode> clauses(T plugin) {
    return clauses().stream()
        .map(clause -> dynamicTest(clause.promise(), () -> verify(clause.run(plugin))));
  }

  private void verify(List<Finding> findings) {
    String breaches =
        findings.stream()
            .filter(finding -> !accepts(finding))
            .map(Finding::toString)
            .collect(Collectors.joining(System.lineSeparator()));
    if (!breaches.isEmpty()) {
      Assertions.fail(breaches);
    }
  }
}
