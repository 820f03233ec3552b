package {{package}};

import dev.kassei.api.Layer;
import dev.kassei.testkit.LayerContract;
import java.util.stream.Stream;

class {{class}}Test implements LayerContract {
  @Override
  public Stream<Layer> layers() {
    return Stream.of(new {{class}}(), new {{class}}(3));
  }
}
