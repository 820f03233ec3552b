package dev.kassei.builtins.initializer;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import java.util.Optional;

/**
 * Draws from the uniform distribution on ±√(6 / inputs): keeps the variance of values before ReLUs.
 */
@PluginName(value = "he_uniform", title = "He uniform")
@Reference("He, Zhang, Ren, Sun 2015, Delving deep into rectifiers, arXiv:1502.01852")
public record HeUniform() implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return Scaled.uniform(draws, index, Math.sqrt(2.0 / fans.in()));
  }

  @Override
  public Optional<Gain> weightGain() {
    return Optional.of(Gain.fixed(Math.sqrt(2)));
  }
}
