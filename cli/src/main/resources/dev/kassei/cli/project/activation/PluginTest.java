package {{package}};

import dev.kassei.api.Activation;
import dev.kassei.testkit.ActivationContract;
import java.util.stream.Stream;

class {{class}}Test implements ActivationContract {
  @Override
  public Stream<Activation> activations() {
    return Stream.of(new {{class}}(), new {{class}}(0.5));
  }
}
