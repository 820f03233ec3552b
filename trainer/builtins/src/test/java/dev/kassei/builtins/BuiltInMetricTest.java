package dev.kassei.builtins;

import dev.kassei.api.Metric;
import dev.kassei.testkit.MetricContract;
import java.util.stream.Stream;

class BuiltInMetricTest implements MetricContract {
  @Override
  public Stream<Metric> metrics() {
    return BuiltIn.of(Metric.class);
  }
}
