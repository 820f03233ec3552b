package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation without hyperparameters. */
@PluginName("selu")
public record Selu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(x.min(0).expm1().times(1.6732632423543772)).times(1.0507009873554805);
  }
}
