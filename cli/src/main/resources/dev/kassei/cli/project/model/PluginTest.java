package {{package}};

import dev.kassei.api.Model;
import dev.kassei.testkit.ModelContract;
import java.util.stream.Stream;

class {{class}}Test implements ModelContract {
  @Override
  public Stream<Model> models() {
    return Stream.of(new {{class}}(), new {{class}}(3));
  }
}
