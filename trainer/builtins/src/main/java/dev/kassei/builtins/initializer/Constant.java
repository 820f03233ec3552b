package dev.kassei.builtins.initializer;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.value.Draws;

/** The same number everywhere. */
@PluginName("constant")
public record Constant(@Required double value) implements Initializer {
  public Constant() {
    this(0.01);
  }

  public Constant {
    requireFinite("value", value);
  }

  @Override
  public double value(Fans fans, Draws draws, long index) {
    return value;
  }
}
