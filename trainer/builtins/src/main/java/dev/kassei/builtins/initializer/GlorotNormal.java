package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import java.util.Optional;

/**
 * Draws from the normal distribution with mean 0 and variance 2 / (inputs + outputs): keeps the
 * variance of values forward and of gradients backward about equal.
 */
@PluginName(value = "glorot_normal", title = "Glorot normal")
@Reference(
    "Glorot, Bengio 2010, Understanding the difficulty of training deep feedforward neural"
        + " networks, AISTATS")
public record GlorotNormal() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return Scaled.normal(draws, index, Math.sqrt(2.0 / (fans.in() + fans.out())));
  }

  @Override
  public Optional<Gain> weightGain() {
    return Optional.of(Gain.fixed(1));
  }
}
