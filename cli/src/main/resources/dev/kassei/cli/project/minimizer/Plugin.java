package {{package}};

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;

/** Rolls down the gradient of all rows: v ← momentum · v − rate · g, w ← w + v. */
@PluginName("{{name}}")
public record {{class}}(double rate, double momentum) implements Minimizer {
  public {{class}}() { this(0.01, 0.5); }

  @Override public boolean step(Objective objective) {
    double[] parameters = new double[objective.size()];
    double[] gradient = new double[objective.size()];
    double[] velocity = objective.memory("velocity", objective.size());
    objective.read(parameters);
    objective.gradient(gradient);
    for (int i = 0; i < parameters.length; i++) {
      velocity[i] = momentum * velocity[i] - rate * gradient[i];
      parameters[i] += velocity[i];
    }
    objective.write(parameters);
    return true;
  }
}
