package {{package}};

import dev.kassei.api.Initializer;
import dev.kassei.testkit.InitializerContract;
import java.util.stream.Stream;

class {{class}}Test implements InitializerContract {
  @Override
  public Stream<Initializer> initializers() {
    return Stream.of(new {{class}}(), new {{class}}(2));
  }
}
