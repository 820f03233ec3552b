package dev.kassei.testkit;

import dev.kassei.api.Initializer;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInInitializerTest implements InitializerContract {
  @Override
  public Stream<Initializer> initializers() {
    return BuiltIn.of(Families.INITIALIZER, Initializer.class);
  }
}
