package dev.kassei.testkit;

import dev.kassei.api.Optimizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of optimizers as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class SignDescentTest implements OptimizerContract {
 *   @Override
 *   public Stream<Optimizer> optimizers() {
 *     return Stream.of(new SignDescent());
 *   }
 * }
 * }</pre>
 */
public interface OptimizerContract extends PluginContract<Optimizer> {
  /** The optimizers to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Optimizer> optimizers();

  @Override
  default Stream<Optimizer> plugins() {
    return optimizers();
  }

  @Override
  default List<? extends Clause<Optimizer>> clauses() {
    return Kits.OPTIMIZER.clauses();
  }
}
