package dev.kassei.builtins.minimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.value.Draws;

/**
 * Random optimization: each step draws points w + σ·z with z standard normal, and moves to the best
 * of them if its loss is lower than at w. No gradient is looked at: a baseline for what gradients
 * are worth.
 *
 * @param sigma σ, the standard deviation of what is added to each parameter
 * @param samples the points of a step
 */
@PluginName(value = "random_search", title = "Random search")
@Reference("Matyas 1965, Random optimization, Automation and Remote Control 26")
public record RandomSearch(double sigma, int samples) implements Minimizer {
  /** A step ends before anything else can be asked for, such as its end. */
  private static final int MOST = 1_000_000;

  public RandomSearch() {
    this(0.1, 20);
  }

  public RandomSearch {
    requireFinite("sigma", sigma);
    require(sigma > 0, "sigma must be positive but was %s", sigma);
    require(
        samples > 0 && samples <= MOST, "samples must be from 1 to %s but was %s", MOST, samples);
  }

  @Override
  public boolean step(Objective objective) {
    double[] start = new double[objective.size()];
    objective.read(start);
    double[] best = start;
    double bestLoss = objective.loss();
    Draws draws = objective.draws("samples");
    for (int sample = 0; sample < samples; sample++) {
      double[] point = start.clone();
      for (int i = 0; i < point.length; i++) {
        point[i] += sigma * draws.normal((long) sample * point.length + i);
      }
      objective.write(point);
      double loss = objective.loss();
      if (loss < bestLoss) {
        best = point;
        bestLoss = loss;
      }
    }
    objective.write(best);
    return true;
  }
}
