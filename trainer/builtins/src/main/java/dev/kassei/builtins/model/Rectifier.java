package dev.kassei.builtins.model;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** The example of an activation that a configuration has to give; the catalogue is elsewhere. */
@PluginName("relu")
record Rectifier() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0);
  }
}
