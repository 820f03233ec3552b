package dev.kassei.testkit;

import dev.kassei.api.Metric;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInMetricTest implements MetricContract {
  @Override
  public Stream<Metric> metrics() {
    return BuiltIn.of(Families.METRIC, Metric.class);
  }
}
