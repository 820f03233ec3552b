package {{package}};

import dev.kassei.api.DatasetSource;
import dev.kassei.testkit.DatasetContract;
import java.util.stream.Stream;

class {{class}}Test implements DatasetContract {
  @Override
  public Stream<DatasetSource> datasets() {
    return Stream.of(new {{class}}(), new {{class}}(200, 0));
  }
}
