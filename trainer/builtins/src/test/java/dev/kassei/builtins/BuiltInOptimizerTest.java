package dev.kassei.builtins;

import dev.kassei.api.Optimizer;
import dev.kassei.testkit.OptimizerContract;
import java.util.stream.Stream;

class BuiltInOptimizerTest implements OptimizerContract {
  @Override
  public Stream<Optimizer> optimizers() {
    return BuiltIn.of(Optimizer.class);
  }
}
