package dev.kassei.testkit;

import dev.kassei.api.DatasetSource;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInDatasetTest implements DatasetContract {
  @Override
  public Stream<DatasetSource> datasets() {
    return BuiltIn.of(Families.DATASET, DatasetSource.class);
  }
}
