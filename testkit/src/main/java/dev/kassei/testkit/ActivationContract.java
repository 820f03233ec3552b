package dev.kassei.testkit;

import dev.kassei.api.Activation;
import java.util.List;
import java.util.stream.Stream;

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
public interface ActivationContract extends PluginContract<Activation> {
  /** The activations to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Activation> activations();

  @Override
  default Stream<Activation> plugins() {
    return activations();
  }

  @Override
  default List<? extends Clause<Activation>> clauses() {
    return List.of(ActivationCheck.values());
  }
}
