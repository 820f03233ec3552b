package dev.kassei.testkit;

import dev.kassei.api.DatasetSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of data sets as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class RingsTest implements DatasetContract {
 *   @Override
 *   public Stream<DatasetSource> datasets() {
 *     return Stream.of(new Rings());
 *   }
 * }
 * }</pre>
 */
public interface DatasetContract extends PluginContract<DatasetSource> {
  /** The data sets to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<DatasetSource> datasets();

  @Override
  default Stream<DatasetSource> plugins() {
    return datasets();
  }

  @Override
  default List<? extends Clause<DatasetSource>> clauses() {
    return Kits.DATASET.clauses();
  }
}
