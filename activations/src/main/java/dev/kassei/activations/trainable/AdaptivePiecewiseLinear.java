package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The adaptive piecewise linear unit, f(x) = max(x, 0) + Σ aₛ·max(bₛ − x, 0), with trainable slopes
 * and places of its hinges for each unit.
 *
 * <p>At the kinks the derivative is that of the right side, at 0 that of the left. The first hinge
 * starts at the values of the implementation beside AReLU's, slope 0.2 and place 0.5; further ones
 * start 0.5 apart, so that they differ.
 *
 * @param hinges how many hinges there are, at least 1
 */
@PluginName(value = "aplu", title = "APL")
@Reference(
    "Forest Agostinelli, Matthew Hoffman, Peter Sadowski, Pierre Baldi (2014): Learning "
        + "Activation Functions to Improve Deep Neural Networks. arXiv:1412.6830")
public record AdaptivePiecewiseLinear(int hinges) implements Activation {
  private static final double FIRST_SLOPE = 0.2;
  private static final double APART = 0.5;

  public AdaptivePiecewiseLinear() {
    this(1);
  }

  public AdaptivePiecewiseLinear {
    require(hinges >= 1, "hinges must be at least 1 but was %s", hinges);
  }

  @Override
  public Expr apply(Expr x) {
    Expr sum = x.max(0);
    for (int hinge = 1; hinge <= hinges; hinge++) {
      Expr slope = Trainable.perUnit(x, "slope_" + hinge, FIRST_SLOPE);
      Expr place = Trainable.perUnit(x, "place_" + hinge, APART * hinge);
      sum = sum.plus(place.minus(x).max(0).times(slope));
    }
    return sum;
  }
}
