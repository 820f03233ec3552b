package dev.kassei.builtins.initializer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/** Draws from a normal distribution, whatever the parameter's size. */
@PluginName("normal")
public record Normal(double mean, double standardDeviation) implements Initializer {
  public Normal() {
    this(0, 1);
  }

  public Normal {
    requireFinite("mean", mean);
    requireFinite("standard_deviation", standardDeviation);
    require(
        standardDeviation >= 0,
        "standard_deviation must not be negative but was %s",
        standardDeviation);
  }

  @Override
  public double value(Fans fans, Draws draws, long index) {
    return mean + Scaled.normal(draws, index, standardDeviation);
  }
}
