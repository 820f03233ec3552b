package {{package}};

import dev.kassei.api.Optimizer;
import dev.kassei.testkit.OptimizerContract;
import java.util.stream.Stream;

class {{class}}Test implements OptimizerContract {
  @Override
  public Stream<Optimizer> optimizers() {
    return Stream.of(new {{class}}(), new {{class}}(0.1));
  }
}
