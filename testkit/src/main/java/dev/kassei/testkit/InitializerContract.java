package dev.kassei.testkit;

import dev.kassei.api.Initializer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of initializers as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class SparseTest implements InitializerContract {
 *   @Override
 *   public Stream<Initializer> initializers() {
 *     return Stream.of(new Sparse());
 *   }
 * }
 * }</pre>
 */
public interface InitializerContract extends PluginContract<Initializer> {
  /** The initializers to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Initializer> initializers();

  @Override
  default Stream<Initializer> plugins() {
    return initializers();
  }

  @Override
  default List<? extends Clause<Initializer>> clauses() {
    return Kits.INITIALIZER.clauses();
  }
}
