package {{package}};

import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/** Normal with standard deviation √(gain / inputs). */
@PluginName("{{name}}")
public record {{class}}(double gain) implements Initializer {
  public {{class}}() { this(1.0); }

  @Override public double value(Fans fans, Draws draws, long index) {
    return Math.sqrt(gain / fans.in()) * draws.normal(index);
  }
}
