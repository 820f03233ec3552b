package dev.kassei.builtins.dataset.generator;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/**
 * Four round clouds of points at (±1, ±1): class 1 where the signs differ, class 0 where they
 * agree.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of a cloud
 * @param imbalance the size of the first class over that of the last
 */
@PluginName(value = "xor_blobs", title = "XOR blobs")
public record XorBlobs(int samples, double noise, double imbalance) implements Generator {
  public XorBlobs() {
    this(1000, 0.3, 1);
  }

  public XorBlobs {
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
              double x = position.uniform(row) < 0.5 ? -1 : 1;
              double y = number == 0 ? x : -x;
              features[first] = x + noise * disturbance.normal(2L * row);
              features[first + 1] = y + noise * disturbance.normal(2L * row + 1);
            });
  }
}
