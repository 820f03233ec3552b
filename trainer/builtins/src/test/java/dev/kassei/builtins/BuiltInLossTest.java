package dev.kassei.builtins;

import dev.kassei.api.Loss;
import dev.kassei.testkit.LossContract;
import java.util.stream.Stream;

class BuiltInLossTest implements LossContract {
  @Override
  public Stream<Loss> losses() {
    return BuiltIn.of(Loss.class);
  }
}
