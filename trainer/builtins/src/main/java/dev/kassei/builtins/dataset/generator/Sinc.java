package dev.kassei.builtins.dataset.generator;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;

/**
 * y = sin(x) / x for x from −10 to 10, and 1 at 0: the curve on which regressors by support vectors
 * were first shown.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to y
 */
@PluginName(value = "sinc", title = "Sinc")
@Reference(
    "V. Vapnik, S. Golowich, A. Smola 1996, Support vector method for function "
        + "approximation, regression estimation, and signal processing, NIPS 9")
public record Sinc(int samples, double noise) implements Generator {
  public Sinc() {
    this(1000, 0.1);
  }

  public Sinc {
    new Curve(samples, 1, -10, 10, noise);
  }

  @Override
  public Dataset load(Context context) {
    return new Curve(samples, 1, -10, 10, noise)
        .dataset(context, x -> x[0] == 0 ? 1 : StrictMath.sin(x[0]) / x[0]);
  }
}
