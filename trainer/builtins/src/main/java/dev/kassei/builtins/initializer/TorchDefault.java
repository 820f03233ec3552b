package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import java.util.Optional;

/**
 * Draws from the uniform distribution on ±1/√inputs, for weights and bias alike: what PyTorch's
 * linear layer does when nothing else is asked for.
 */
@PluginName(value = "torch_default", title = "PyTorch's default")
public record TorchDefault() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return Scaled.symmetric(draws, index, 1 / Math.sqrt(fans.in()));
  }

  @Override
  public Optional<Gain> weightGain() {
    return Optional.of(Gain.fixed(Math.sqrt(1 / 3.0)));
  }
}
