package dev.kassei.testkit;

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;

/** Gradient descent in plain Java. */
@PluginName("descending")
public record Descending(double rate) implements Minimizer {
  public Descending() {
    this(0.01);
  }

  @Override
  public boolean step(Objective objective) {
    return move(objective, rate);
  }

  /** Moves once against the gradient. */
  static boolean move(Objective objective, double rate) {
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
