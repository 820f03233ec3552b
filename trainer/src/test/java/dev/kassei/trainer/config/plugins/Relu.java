package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation without hyperparameters. */
@PluginName("relu")
public record Relu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0);
  }
}
