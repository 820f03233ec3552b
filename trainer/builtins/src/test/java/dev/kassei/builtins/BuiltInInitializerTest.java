package dev.kassei.builtins;

import dev.kassei.api.Initializer;
import dev.kassei.testkit.InitializerContract;
import java.util.stream.Stream;

class BuiltInInitializerTest implements InitializerContract {
  @Override
  public Stream<Initializer> initializers() {
    return BuiltIn.of(Initializer.class);
  }
}
