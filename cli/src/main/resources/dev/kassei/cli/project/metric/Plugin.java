package {{package}};

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/** The share of predicted numbers that lie within a tolerance of their targets. */
@PluginName("{{name}}")
public record {{class}}(double tolerance) implements Metric {
  public {{class}}() { this(0.5); }

  @Override public double value(Predictions predictions) {
    double[] values = predictions.values();
    int near = 0;
    for (int i = 0; i < values.length; i++) {
      near += Math.abs(values[i] - predictions.targets()[i]) <= tolerance ? 1 : 0;
    }
    return (double) near / values.length;
  }

  @Override public double worst() { return 0; }

  @Override public boolean suits(Target target) { return !target.isClasses(); }
}
