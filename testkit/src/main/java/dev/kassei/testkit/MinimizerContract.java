package dev.kassei.testkit;

import dev.kassei.api.Minimizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of minimizers as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class LineSearchTest implements MinimizerContract {
 *   @Override
 *   public Stream<Minimizer> minimizers() {
 *     return Stream.of(new LineSearch());
 *   }
 * }
 * }</pre>
 */
public interface MinimizerContract extends PluginContract<Minimizer> {
  /** The minimizers to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Minimizer> minimizers();

  @Override
  default Stream<Minimizer> plugins() {
    return minimizers();
  }

  @Override
  default List<? extends Clause<Minimizer>> clauses() {
    return Kits.MINIMIZER.clauses();
  }
}
