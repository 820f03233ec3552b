package dev.kassei.testkit;

import dev.kassei.api.Minimizer;
import java.util.stream.Stream;

class DescendingTest implements MinimizerContract {
  @Override
  public Stream<Minimizer> minimizers() {
    return Stream.of(new Descending(), new Descending(0.05));
  }
}
