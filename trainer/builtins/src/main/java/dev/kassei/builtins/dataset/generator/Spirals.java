package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.value.Draws;

/**
 * Arms that wind around the origin, one per class; the radius grows from 0 to 1 with the angle, and
 * points lie evenly along the angle.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to each feature
 * @param imbalance the size of the first class over that of the last
 * @param classes the number of arms
 * @param turns how often an arm winds around
 */
@PluginName(value = "spirals", title = "Spirals")
@Reference(
    "K. J. Lang, M. J. Witbrock 1988, Learning to tell two spirals apart, "
        + "Proceedings of the 1988 Connectionist Models Summer School")
public record Spirals(int samples, double noise, double imbalance, int classes, double turns)
    implements Generator {
  public Spirals() {
    this(1000, 0.02, 1, 2, 1.5);
  }

  public Spirals {
    require(turns > 0 && turns <= 100, "turns must be above 0, at most 100, but was %s", turns);
    new Classes(samples, classes, imbalance);
    Classes.requireNoise(noise);
  }

  @Override
  public Dataset load(Context context) {
    Draws position = context.draws("position");
    Draws disturbance = context.draws("noise");
    return new Classes(samples, classes, imbalance)
        .dataset(
            2,
            (row, number, features, first) -> {
              double radius = position.uniform(row);
              double angle = 2 * Math.PI * (turns * radius + number / (double) classes);
              features[first] =
                  radius * StrictMath.cos(angle) + noise * disturbance.normal(2L * row);
              features[first + 1] =
                  radius * StrictMath.sin(angle) + noise * disturbance.normal(2L * row + 1);
            });
  }
}
