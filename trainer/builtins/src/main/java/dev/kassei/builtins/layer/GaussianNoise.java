package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Noise;

/**
 * Noise from a normal distribution with mean 0, added in training; in inference x.
 *
 * @param standardDeviation the standard deviation of the noise
 */
@PluginName(value = "gaussian_noise", title = "Gaussian noise")
@Reference(
    "Bishop 1995, Training with noise is equivalent to Tikhonov regularization, doi:10.1162/neco.1995.7.1.108")
public record GaussianNoise(double standardDeviation) implements Layer {
  public GaussianNoise() {
    this(0.1);
  }

  public GaussianNoise {
    require(
        standardDeviation >= 0 && Double.isFinite(standardDeviation),
        "standard_deviation must be a finite number from 0 on but was %s",
        standardDeviation);
  }

  @Override
  public Expr apply(Expr x) {
    return x.plus(Noise.normal(x).times(standardDeviation)).byMode(x);
  }
}
