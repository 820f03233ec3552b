package dev.kassei.builtins;

import dev.kassei.api.Minimizer;
import dev.kassei.testkit.MinimizerContract;
import java.util.stream.Stream;

class BuiltInMinimizerTest implements MinimizerContract {
  @Override
  public Stream<Minimizer> minimizers() {
    return BuiltIn.of(Minimizer.class);
  }
}
