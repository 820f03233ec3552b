package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;

/**
 * y = sin(2π · frequency · x) for x from −1 to 1.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to y
 * @param frequency the number of periods in a unit of x
 */
@PluginName(value = "sine", title = "Sine")
public record Sine(int samples, double noise, double frequency) implements Generator {
  public Sine() {
    this(1000, 0.1, 1);
  }

  public Sine {
    require(
        frequency > 0 && frequency <= 1000,
        "frequency must be above 0, at most 1000, but was %s",
        frequency);
    new Curve(samples, 1, -1, 1, noise);
  }

  @Override
  public Dataset load(Context context) {
    return new Curve(samples, 1, -1, 1, noise)
        .dataset(context, x -> StrictMath.sin(2 * Math.PI * frequency * x[0]));
  }
}
