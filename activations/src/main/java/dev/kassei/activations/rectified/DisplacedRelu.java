package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier whose kink lies on the diagonal, f(x) = max(x, −delta).
 *
 * <p>At the kink, −delta, the derivative is 0. The paper abbreviates it DReLU, as others do dynamic
 * and dual ReLUs, which are other functions.
 *
 * @param delta how far below 0 the kink lies
 */
@PluginName(value = "displaced_relu", title = "Displaced ReLU")
@Reference(
    "David Macêdo, Cleber Zanchettin, Adriano L. I. Oliveira, Teresa Ludermir (2019): "
        + "Enhancing batch normalized convolutional networks using displaced rectifier linear "
        + "units. Expert Systems with Applications 124, 271–281")
public record DisplacedRelu(double delta) implements Activation {
  public DisplacedRelu() {
    this(0.05);
  }

  public DisplacedRelu {
    requireFinite("delta", delta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(-delta);
  }
}
