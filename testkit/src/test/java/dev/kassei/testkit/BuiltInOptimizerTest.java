package dev.kassei.testkit;

import dev.kassei.api.Optimizer;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInOptimizerTest implements OptimizerContract {
  @Override
  public Stream<Optimizer> optimizers() {
    return BuiltIn.of(Families.OPTIMIZER, Optimizer.class);
  }
}
