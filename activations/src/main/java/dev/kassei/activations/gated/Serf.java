package dev.kassei.activations.gated;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the error function of its softplus, f(x) = x·erf(log(1 + exp(x))).
 *
 * <p>The logarithm is the primitive softplus, which never overflows. There are no kinks. {@code
 * pserf} is its trainable form.
 */
@PluginName(value = "serf", title = "SERF")
@Reference(
    "Sayan Nag, Mayukh Bhattacharyya (2021): SERF: Towards better training of deep neural "
        + "networks using log-Softplus ERror activation Function. arXiv:2108.09598")
public record Serf() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(Exponents.bounded(x).softplus().erf());
  }
}
