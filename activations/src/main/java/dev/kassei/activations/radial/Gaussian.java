package dev.kassei.activations.radial;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The bell curve, f(x) = exp(−x²).
 *
 * <p>There are no kinks; x² is not computed where f is 0, so it never overflows.
 */
@PluginName(value = "gaussian", title = "Gaussian")
@Reference(
    "David S. Broomhead, David Lowe (1988): Multivariable Functional Interpolation and "
        + "Adaptive Networks. Complex Systems 2, 321–355")
public record Gaussian() implements Activation {
  /** From here on the value is less than the least double. */
  private static final double VANISHED = 40;

  @Override
  public Expr apply(Expr x) {
    return x.clip(-VANISHED, VANISHED).square().negate().exp();
  }
}
