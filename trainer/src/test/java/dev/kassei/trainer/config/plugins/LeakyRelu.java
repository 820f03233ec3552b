package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Requirements;
import dev.kassei.api.expr.Expr;

/** An activation with a hyperparameter. */
@PluginName(value = "leaky_relu", title = "Leaky ReLU")
public record LeakyRelu(double alpha) implements Activation {
  public LeakyRelu() {
    this(0.01);
  }

  public LeakyRelu {
    Requirements.require(alpha >= 0, "alpha must not be negative but was %s", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).times(alpha));
  }
}
