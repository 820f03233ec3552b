package dev.kassei.builtins;

import dev.kassei.api.DatasetSource;
import dev.kassei.testkit.DatasetContract;
import java.util.stream.Stream;

class BuiltInDatasetTest implements DatasetContract {
  @Override
  public Stream<DatasetSource> datasets() {
    return BuiltIn.of(DatasetSource.class);
  }
}
