package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/**
 * Round clouds of points, one per class, around centres evenly on the unit circle of the first two
 * features; further features are noise alone.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of a cloud
 * @param imbalance the size of the first class over that of the last
 * @param classes the number of clouds
 * @param features the number of features
 */
@PluginName(value = "gaussians", title = "Gaussian clouds")
public record Gaussians(int samples, double noise, double imbalance, int classes, int features)
    implements Generator {
  public Gaussians() {
    this(1000, 0.4, 1, 3, 2);
  }

  public Gaussians {
    require(features >= 2, "features must be at least 2 but was %s", features);
    new Classes(samples, classes, imbalance);
    Classes.requireNoise(noise);
  }

  @Override
  public Dataset load(Context context) {
    Draws disturbance = context.draws("noise");
    return new Classes(samples, classes, imbalance)
        .dataset(
            features,
            (row, number, values, first) -> {
              double angle = 2 * Math.PI * number / classes;
              values[first] = StrictMath.cos(angle);
              values[first + 1] = StrictMath.sin(angle);
              for (int i = 0; i < features; i++) {
                values[first + i] += noise * disturbance.normal((long) row * features + i);
              }
            });
  }
}
