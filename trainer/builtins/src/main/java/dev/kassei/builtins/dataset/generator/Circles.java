package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/**
 * A circle of radius 1, class 0, around a smaller one, class 1.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to each feature
 * @param imbalance the size of the first class over that of the last
 * @param factor the radius of the inner circle, between 0 and 1
 */
@PluginName(value = "circles", title = "Circles")
public record Circles(int samples, double noise, double imbalance, double factor)
    implements Generator {
  public Circles() {
    this(1000, 0.1, 1, 0.5);
  }

  public Circles {
    require(factor > 0 && factor < 1, "factor must be between 0 and 1 but was %s", factor);
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
              double angle = 2 * Math.PI * position.uniform(row);
              double radius = number == 0 ? 1 : factor;
              features[first] =
                  radius * StrictMath.cos(angle) + noise * disturbance.normal(2L * row);
              features[first + 1] =
                  radius * StrictMath.sin(angle) + noise * disturbance.normal(2L * row + 1);
            });
  }
}
