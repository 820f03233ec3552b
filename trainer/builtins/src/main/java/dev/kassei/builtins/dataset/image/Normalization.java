package dev.kassei.builtins.dataset.image;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * Values shifted and scaled by fixed numbers, (x − mean) / std, as papers give them; bytes are
 * divided by 255 before.
 *
 * @param mean what is subtracted: one number for all channels, or one for each
 * @param std what is divided by then: one number for all channels, or one for each
 */
public record Normalization(List<Double> mean, List<Double> std) {
  /** Values as they are. */
  public Normalization() {
    this(List.of(0.0), List.of(1.0));
  }

  public Normalization {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    require(!mean.isEmpty() && !std.isEmpty(), "normalize needs a number for mean and for std");
    require(
        mean.stream().allMatch(Double::isFinite), "mean must be finite numbers but was %s", mean);
    require(
        std.stream().allMatch(each -> each > 0 && Double.isFinite(each)),
        "std must be above 0 but was %s",
        std);
  }

  /**
   * Normalizes values in place.
   *
   * @param channels how many values each pixel has; 1 where there are no pixels
   * @throws IllegalArgumentException if there are other channels than numbers
   */
  public void apply(double[] values, int channels) {
    requireOneOrAll("mean", mean, channels);
    requireOneOrAll("std", std, channels);
    double[] means = spread(mean, channels);
    double[] deviations = spread(std, channels);
    for (int i = 0; i < values.length; i++) {
      int channel = i % channels;
      values[i] = (values[i] - means[channel]) / deviations[channel];
    }
  }

  private static void requireOneOrAll(String key, List<Double> numbers, int channels) {
    require(
        numbers.size() == 1 || numbers.size() == channels,
        "normalize.%s has %s numbers, but the images have %s channels; give one, or one for each",
        key,
        numbers.size(),
        channels);
  }

  private static double[] spread(List<Double> numbers, int channels) {
    double[] all = new double[channels];
    for (int i = 0; i < channels; i++) {
      all[i] = numbers.get(numbers.size() == 1 ? 0 : i);
    }
    return all;
  }
}
