package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation with one hyperparameter. */
@PluginName("elu")
public record Elu(double alpha) implements Activation {
  public Elu() {
    this(1);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(alpha));
  }
}
