package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import java.util.Optional;

/**
 * Draws from the uniform distribution on ±√(6 / (inputs + outputs)): keeps the variance of values
 * forward and of gradients backward about equal.
 */
@PluginName(value = "glorot_uniform", title = "Glorot uniform")
@Reference(
    "Glorot, Bengio 2010, Understanding the difficulty of training deep feedforward neural"
        + " networks, AISTATS")
public record GlorotUniform() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return Scaled.uniform(draws, index, Math.sqrt(2.0 / (fans.in() + fans.out())));
  }

  @Override
  public Optional<Gain> weightGain() {
    return Optional.of(Gain.fixed(1));
  }
}
