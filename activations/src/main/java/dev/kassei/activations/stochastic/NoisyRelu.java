package dev.kassei.activations.stochastic;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Noise;

/**
 * A rectifier of a noisy input, in training f(x) = max(0, x + ε) with ε normal of mean 0 and
 * variance σ(x), otherwise max(0, x).
 *
 * <p>No gradient goes through the variance. At the kink, where the sum is 0, the derivative is 0.
 */
@PluginName(value = "noisy_relu", title = "Noisy ReLU")
@Reference(
    "Vinod Nair, Geoffrey E. Hinton (2010): Rectified Linear Units Improve Restricted "
        + "Boltzmann Machines. ICML")
public record NoisyRelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr noise = Noise.normal(x).times(x.sigmoid().sqrt()).detached();
    return x.plus(noise).byMode(x).max(0);
  }
}
