package {{package}};

import dev.kassei.api.Minimizer;
import dev.kassei.testkit.MinimizerContract;
import java.util.stream.Stream;

class {{class}}Test implements MinimizerContract {
  @Override
  public Stream<Minimizer> minimizers() {
    return Stream.of(new {{class}}(), new {{class}}(0.02, 0.8));
  }
}
