package dev.kassei.activations.radial;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A triangle, f(x) = max(0, min(x, width − x)): it rises from 0 to width/2 and falls back to 0 at
 * width.
 *
 * <p>At the kinks 0 and width the derivative is 0, at width/2 it is 1.
 *
 * @param width where the value is 0 again, positive
 */
@PluginName(value = "hat", title = "Hat")
@Reference(
    "Qingguo Hong, Jonathan W. Siegel, Qinyang Tan, Jinchao Xu (2022): On the Activation "
        + "Function Dependence of the Spectral Bias of Neural Networks. arXiv:2208.04924")
public record Hat(double width) implements Activation {
  public Hat() {
    this(2);
  }

  public Hat {
    require(width > 0, "width must be positive but was %s", width);
    requireFinite("width", width);
  }

  @Override
  public Expr apply(Expr x) {
    return x.min(Expr.constant(width).minus(x)).max(0);
  }
}
