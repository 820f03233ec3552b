package dev.kassei.testkit;

import dev.kassei.api.Loss;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInLossTest implements LossContract {
  @Override
  public Stream<Loss> losses() {
    return BuiltIn.of(Families.LOSS, Loss.class);
  }
}
