package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The parametric ELU: f(x) = a/b·x for x &gt; 0, else a·(exp(x/b) − 1), both trainable, one pair a
 * layer.
 *
 * <p>The slopes agree at 0: there the derivative is a/b. With the first values it is ELU.
 *
 * @param a the first depth of the negative part, positive
 * @param b the first scale of the exponential, positive
 */
@PluginName(value = "pelu", title = "PELU")
@Reference(
    "Ludovic Trottier, Philippe Giguère, Brahim Chaib-draa (2016): Parametric Exponential "
        + "Linear Unit for Deep Convolutional Neural Networks. arXiv:1605.09332")
public record Pelu(double a, double b) implements Activation {
  public Pelu() {
    this(1, 1);
  }

  public Pelu {
    require(a > 0, "a must be positive but was %s", a);
    requireFinite("a", a);
    require(b > 0, "b must be positive but was %s", b);
    requireFinite("b", b);
  }

  @Override
  public Expr apply(Expr x) {
    Expr depth = Trainable.perLayer(x, "a", a);
    Expr scaled = x.over(Trainable.perLayer(x, "b", b));
    return scaled.max(0).plus(scaled.min(0).expm1()).times(depth);
  }
}
