package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.activations.sigmoidal.Tanh;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * An activation with a trainable slope, f(x) = g(n·a·x), one a layer; n·a is 1 at first.
 *
 * <p>A greater n lets the slope change faster. Kinks are those of g.
 *
 * @param activation the function g
 * @param n the scale of the trainable slope, positive
 */
@PluginName(value = "laaf", title = "Locally adaptive activation")
@Reference(
    "Ameya D. Jagtap, Kenji Kawaguchi, George Em Karniadakis (2019): Locally adaptive "
        + "activation functions with slope recovery for deep and physics-informed neural networks. "
        + "arXiv:1909.12228")
public record Laaf(Activation activation, double n) implements Activation {
  public Laaf() {
    this(new Tanh(), 1);
  }

  public Laaf {
    require(n > 0, "n must be positive but was %s", n);
    requireFinite("n", n);
  }

  @Override
  public Expr apply(Expr x) {
    Expr slope = Trainable.perLayer(x, "a", 1 / n).times(n);
    return x.times(slope).through("activation", activation);
  }
}
