package dev.kassei.testkit;

import dev.kassei.api.Listener;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of listeners as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class BellTest implements ListenerContract {
 *   @Override
 *   public Stream<Listener> listeners() {
 *     return Stream.of(new Bell());
 *   }
 * }
 * }</pre>
 */
public interface ListenerContract extends PluginContract<Listener> {
  /** The listeners to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Listener> listeners();

  @Override
  default Stream<Listener> plugins() {
    return listeners();
  }

  @Override
  default List<? extends Clause<Listener>> clauses() {
    return Kits.LISTENER.clauses();
  }
}
