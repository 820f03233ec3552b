package dev.kassei.builtins.dataset.generator;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/**
 * Two half circles of radius 1 that reach into each other: class 0 the upper half around (0, 0),
 * class 1 the lower half around (1, ½).
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to each feature
 * @param imbalance the size of the first class over that of the last
 */
@PluginName(value = "moons", title = "Two moons")
public record Moons(int samples, double noise, double imbalance) implements Generator {
  public Moons() {
    this(1000, 0.1, 1);
  }

  public Moons {
    new Classes(samples, 2, imbalance);
    Classes.requireNoise(noise);
  }

  @Override
  public Dataset load(Context context) {
    Draws position = context.draws("position");
    Draws disturbance = context.draws("noise");
    return new Classes(samples, 2, imbalance)
        .dataset(
            2,
            (row, number, features, first) -> {
              double angle = Math.PI * position.uniform(row);
              double x = StrictMath.cos(angle);
              double y = StrictMath.sin(angle);
              boolean isUpper = number == 0;
              features[first] = (isUpper ? x : 1 - x) + noise * disturbance.normal(2L * row);
              features[first + 1] =
                  (isUpper ? y : 0.5 - y) + noise * disturbance.normal(2L * row + 1);
            });
  }
}
