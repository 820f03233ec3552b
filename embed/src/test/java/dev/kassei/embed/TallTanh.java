package dev.kassei.embed;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/**
 * A plugin of a program's own.
 *
 * @param scale the greatest value
 */
@PluginName("tall_tanh")
public record TallTanh(double scale) implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.tanh().times(scale);
  }
}
