package dev.kassei.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.kassei.api.Activation;
import dev.kassei.testkit.Finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of activations as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class CubeTest implements ActivationContract {
 *   @Override
 *   public Stream<Activation> activations() {
 *     return Stream.of(new Cube());
 *   }
 * }
 * }</pre>
 */
public interface ActivationContract {
  /** The activations to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Activation> activations();

  /** Whether a finding is acceptable; by default warnings are. */
  default boolean accepts(Finding finding) {
    return finding.severity() == Severity.WARNING;
  }

  /** One container an activation, one test a clause of the contract. */
  @TestFactory
  default Stream<DynamicNode> keepsTheContract() {
    return activations()
        .map(activation -> dynamicContainer(activation.toString(), clauses(activation)));
  }

  private Stream<DynamicNode> clauses(Activation activation) {
    return Arrays.stream(ActivationCheck.values())
        .map(check -> dynamicTest(check.promise(), () -> verify(check.run(activation))));
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
