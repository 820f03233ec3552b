package {{package}};

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;

/** Goes down the gradient of all rows: w − rate · g. */
@PluginName("{{name}}")
public record {{class}}(double rate) implements Minimizer {
  public {{class}}() { this(0.1); }

  @Override public boolean step(Objective objective) {
    double[] parameters = new double[objective.size()];
    double[] gradient = new double[objective.size()];
    objective.read(parameters);
    objective.gradient(gradient);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= rate * gradient[i];
    }
    objective.write(parameters);
    return true;
  }
}
