package {{package}};

import dev.kassei.api.PluginName;
import dev.kassei.api.Schedule;

/** A straight line from 1 down to a last factor. */
@PluginName("{{name}}")
public record {{class}}(double last) implements Schedule {
  public {{class}}() { this(0.1); }

  @Override public double factor(Progress progress) {
    return 1 + (last - 1) * progress.step() / Math.max(1, progress.steps() - 1);
  }
}
