package dev.kassei.testkit;

import dev.kassei.api.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of metrics as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class MedianErrorTest implements MetricContract {
 *   @Override
 *   public Stream<Metric> metrics() {
 *     return Stream.of(new MedianError());
 *   }
 * }
 * }</pre>
 */
public interface MetricContract extends PluginContract<Metric> {
  /** The metrics to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Metric> metrics();

  @Override
  default Stream<Metric> plugins() {
    return metrics();
  }

  @Override
  default List<? extends Clause<Metric>> clauses() {
    return Kits.METRIC.clauses();
  }
}
