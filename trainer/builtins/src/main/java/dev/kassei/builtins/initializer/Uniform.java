package dev.kassei.builtins.initializer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/** Draws from the uniform distribution on [low, high), whatever the parameter's size. */
@PluginName("uniform")
public record Uniform(double low, double high) implements Initializer {
  public Uniform() {
    this(-1, 1);
  }

  public Uniform {
    requireFinite("low", low);
    requireFinite("high", high);
    require(low <= high, "low must not be above high but they were %s and %s", low, high);
  }

  @Override
  public double value(Fans fans, Draws draws, long index) {
    return low + (high - low) * draws.uniform(index);
  }
}
