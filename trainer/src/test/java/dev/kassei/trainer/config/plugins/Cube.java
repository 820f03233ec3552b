package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation without hyperparameters. */
@PluginName("cube")
public record Cube() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x).times(x);
  }
}
