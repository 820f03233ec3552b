package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer;
import dev.kassei.api.Minimizer.Objective;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A function to minimize, with a start. */
final class Problem implements Objective {
  private final Function function;
  private final double[] parameters;
  private final Map<String, double[]> memory = new HashMap<>();
  private int steps;
  private int evaluations;

  /** A function of parameters, which writes its gradient. */
  interface Function {
    double at(double[] x, double[] gradient);
  }

  Problem(Function function, double... start) {
    this.function = function;
    this.parameters = start.clone();
  }

  /** Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)². */
  static double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      loss += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
      gradient[i] += -400 * valley * x[i] - 2 * (1 - x[i]);
      gradient[i + 1] += 200 * valley;
    }
    return loss;
  }

  /** Takes steps until so many are done or the minimizer ends. */
  boolean minimize(Minimizer minimizer, int count) {
    boolean continues = true;
    for (int i = 0; i < count && continues; i++) {
      continues = minimizer.step(this);
      steps++;
    }
    return continues;
  }

  double[] parameters() {
    return parameters.clone();
  }

  /** How often the function was computed. */
  int evaluations() {
    return evaluations;
  }

  @Override
  public int size() {
    return parameters.length;
  }

  @Override
  public void read(double[] into) {
    System.arraycopy(parameters, 0, into, 0, parameters.length);
  }

  @Override
  public void write(double[] from) {
    System.arraycopy(from, 0, parameters, 0, parameters.length);
  }

  @Override
  public double loss() {
    return gradient(new double[parameters.length]);
  }

  @Override
  public double gradient(double[] gradient) {
    evaluations++;
    return function.at(parameters, gradient);
  }

  @Override
  public double[] memory(String name, int size) {
    return memory.computeIfAbsent(name, key -> new double[size]);
  }

  @Override
  public Draws draws(String name) {
    return CountedDraws.of(1, Purpose.MINIMIZER, name, steps);
  }
}
