package dev.kassei.builtins.dataset.generator;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Target;
import dev.kassei.api.value.Draws;
import dev.kassei.builtins.dataset.Room;
import java.util.Arrays;
import java.util.List;

/**
 * A function of features that are drawn evenly, plus noise.
 *
 * @param samples the number of rows
 * @param width the number of features
 * @param low the least value of a feature
 * @param high the limit of its values
 * @param noise the standard deviation of what is added to the function
 */
record Curve(int samples, int width, double low, double high, double noise) {
  /** The value at a row of features, which is not modified. */
  @FunctionalInterface
  interface Function {
    double of(double[] x);
  }

  Curve {
    Classes.requireSamples(samples);
    Classes.requireNoise(noise);
  }

  Dataset dataset(DatasetSource.Context context, Function function) {
    Room.require(samples, width);
    Draws position = context.draws("position");
    Draws disturbance = context.draws("noise");
    double[] features = new double[samples * width];
    double[] targets = new double[samples];
    for (int i = 0; i < features.length; i++) {
      features[i] = low + (high - low) * position.uniform(i);
    }
    for (int row = 0; row < samples; row++) {
      double[] x = Arrays.copyOfRange(features, row * width, (row + 1) * width);
      targets[row] = function.of(x) + noise * disturbance.normal(row);
    }
    return new Dataset(
        Classes.names(width), new Target(List.of("y"), List.of()), features, targets);
  }
}
