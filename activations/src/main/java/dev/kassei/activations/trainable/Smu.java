package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A smooth maximum of x and alpha·x, f(x) = ((1 + alpha)·x + (1 − alpha)·x·erf(mu·(1 − alpha)·x)) /
 * 2, with trainable mu, one a layer.
 *
 * <p>There are no kinks, but the first mu bends f within a millionth around 0: it starts as a leaky
 * ReLU.
 *
 * @param alpha the slope far below 0
 * @param mu the first sharpness of the bend
 */
@PluginName(value = "smu", title = "SMU")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2021): SMU: smooth"
        + " activation function for deep networks using smoothing maximum technique. "
        + "arXiv:2111.04682")
public record Smu(double alpha, double mu) implements Activation {
  public Smu() {
    this(0.25, 1e6);
  }

  public Smu {
    requireFinite("alpha", alpha);
    requireFinite("mu", mu);
  }

  @Override
  public Expr apply(Expr x) {
    Expr difference = x.times(1 - alpha);
    Expr side = difference.times(Trainable.perLayer(x, "mu", mu)).erf();
    return x.times((1 + alpha) / 2).plus(difference.over(2).times(side));
  }
}
