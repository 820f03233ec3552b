package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/** Zero everywhere; as first weights of several units it leaves them equal for ever. */
@PluginName("zeros")
public record Zeros() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return 0;
  }
}
