package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation whose defaults cannot be made. */
@PluginName("fragile")
public record Fragile(double alpha) implements Activation {
  public Fragile() {
    this(1);
    throw new IllegalStateException("out of order");
  }

  @Override
  public Expr apply(Expr x) {
    return x;
  }
}
