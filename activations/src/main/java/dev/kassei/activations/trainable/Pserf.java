package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the error function of a softplus, f(x) = x·erf(gamma·log(1 + exp(delta·x))),
 * both trainable for each unit; with 1 and 1 it is {@code serf}.
 *
 * <p>There are no kinks. The first values are those of an implementation; two others begin with
 * 1.25 and 0.85, and the paper's were not to be had.
 *
 * @param gamma the first factor of the softplus
 * @param delta the first factor in the exponent
 */
@PluginName(value = "pserf", title = "Pserf")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2021): ErfAct and "
        + "Pserf: Non-monotonic Smooth Trainable Activation Functions. arXiv:2109.04386")
public record Pserf(double gamma, double delta) implements Activation {
  public Pserf() {
    this(1, 1.25);
  }

  public Pserf {
    requireFinite("gamma", gamma);
    requireFinite("delta", delta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr softplus = Exponents.bounded(x.times(Trainable.perUnit(x, "delta", delta))).softplus();
    return x.times(softplus.times(Trainable.perUnit(x, "gamma", gamma)).erf());
  }
}
