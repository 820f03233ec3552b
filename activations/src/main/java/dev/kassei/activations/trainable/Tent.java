package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A triangle around 0 of trainable width, f(x) = max(0, delta − |x|), one for each unit.
 *
 * <p>At the kinks, 0 and ±delta, the derivative is 0.
 *
 * @param delta the first half width and height
 */
@PluginName(value = "tent", title = "Tent")
@Reference(
    "Andras Rozsa, Terrance E. Boult (2019): Improved Adversarial Robustness by Reducing Open"
        + " Space Risk via Tent Activations. arXiv:1908.02435")
public record Tent(double delta) implements Activation {
  public Tent() {
    this(1);
  }

  public Tent {
    requireFinite("delta", delta);
  }

  @Override
  public Expr apply(Expr x) {
    return Trainable.perUnit(x, "delta", delta).minus(x.abs()).max(0);
  }
}
