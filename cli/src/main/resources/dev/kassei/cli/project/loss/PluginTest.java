package {{package}};

import dev.kassei.api.Loss;
import dev.kassei.testkit.LossContract;
import java.util.stream.Stream;

class {{class}}Test implements LossContract {
  @Override
  public Stream<Loss> losses() {
    return Stream.of(new {{class}}(), new {{class}}(0.1));
  }
}
