package dev.kassei.activations.periodic;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The sine, f(x) = sin(x).
 *
 * <p>The derivative is cos(x). There are no kinks. SIREN, Sitzmann et al. (2020), arXiv:2006.09661,
 * uses it with inputs multiplied by 30.
 */
@PluginName(value = "sine", title = "Sine")
@Reference(
    "Giambattista Parascandolo, Heikki Huttunen, Tuomas Virtanen (2016): Taming the waves: "
        + "sine as activation function in deep neural networks")
public record Sine() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.sin();
  }
}
