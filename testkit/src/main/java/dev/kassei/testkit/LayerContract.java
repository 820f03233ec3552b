package dev.kassei.testkit;

import dev.kassei.api.Layer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of layers as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class ShiftTest implements LayerContract {
 *   @Override
 *   public Stream<Layer> layers() {
 *     return Stream.of(new Shift());
 *   }
 * }
 * }</pre>
 */
public interface LayerContract extends PluginContract<Layer> {
  /** The layers to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Layer> layers();

  @Override
  default Stream<Layer> plugins() {
    return layers();
  }

  @Override
  default List<? extends Clause<Layer>> clauses() {
    return Kits.LAYER.clauses();
  }
}
