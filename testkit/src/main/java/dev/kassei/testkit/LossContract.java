package dev.kassei.testkit;

import dev.kassei.api.Loss;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of losses as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class HingeTest implements LossContract {
 *   @Override
 *   public Stream<Loss> losses() {
 *     return Stream.of(new Hinge());
 *   }
 * }
 * }</pre>
 */
public interface LossContract extends PluginContract<Loss> {
  /** The losses to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Loss> losses();

  @Override
  default Stream<Loss> plugins() {
    return losses();
  }

  @Override
  default List<? extends Clause<Loss>> clauses() {
    return Kits.LOSS.clauses();
  }
}
