package {{package}};

import dev.kassei.api.Metric;
import dev.kassei.testkit.MetricContract;
import java.util.stream.Stream;

class {{class}}Test implements MetricContract {
  @Override
  public Stream<Metric> metrics() {
    return Stream.of(new {{class}}(), new {{class}}(0.1));
  }
}
