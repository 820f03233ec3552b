package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** The formula of {@link Relu} under another name. */
@PluginName("other_relu")
public record OtherRelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).times(1);
  }
}
