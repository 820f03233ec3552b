package dev.kassei.testkit;

import dev.kassei.api.Model;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of models as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class TowerTest implements ModelContract {
 *   @Override
 *   public Stream<Model> models() {
 *     return Stream.of(new Tower());
 *   }
 * }
 * }</pre>
 */
public interface ModelContract extends PluginContract<Model> {
  /** The models to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Model> models();

  @Override
  default Stream<Model> plugins() {
    return models();
  }

  @Override
  default List<? extends Clause<Model>> clauses() {
    return Kits.MODEL.clauses();
  }
}
