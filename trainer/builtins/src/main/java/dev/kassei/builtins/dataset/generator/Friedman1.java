package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;

/**
 * y = 10 sin(π x1 x2) + 20 (x3 − ½)² + 10 x4 + 5 x5 over features from 0 to 1; further features do
 * not matter.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to y
 * @param features the number of features, at least 5
 */
@PluginName(value = "friedman1", title = "Friedman’s first curve")
@Reference(
    "J. H. Friedman 1991, Multivariate adaptive regression splines, Annals of "
        + "Statistics 19, doi:10.1214/aos/1176347963")
public record Friedman1(int samples, double noise, int features) implements Generator {
  public Friedman1() {
    this(1000, 1, 10);
  }

  public Friedman1 {
    require(features >= 5, "features must be at least 5 but was %s", features);
    new Curve(samples, features, 0, 1, noise);
  }

  @Override
  public Dataset load(Context context) {
    return new Curve(samples, features, 0, 1, noise).dataset(context, Friedman1::value);
  }

  private static double value(double[] x) {
    double bend = x[2] - 0.5;
    return 10 * StrictMath.sin(Math.PI * x[0] * x[1]) + 20 * bend * bend + 10 * x[3] + 5 * x[4];
  }
}
