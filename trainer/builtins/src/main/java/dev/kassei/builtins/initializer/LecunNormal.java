package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import java.util.Optional;

/**
 * Draws from the normal distribution with mean 0 and variance 1 / inputs: keeps the variance of
 * values, as self-normalising activations expect.
 */
@PluginName(value = "lecun_normal", title = "LeCun normal")
@Reference("LeCun, Bottou, Orr, Müller 1998, Efficient BackProp")
public record LecunNormal() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return Scaled.normal(draws, index, Math.sqrt(1.0 / fans.in()));
  }

  @Override
  public Optional<Gain> weightGain() {
    return Optional.of(Gain.fixed(1));
  }
}
