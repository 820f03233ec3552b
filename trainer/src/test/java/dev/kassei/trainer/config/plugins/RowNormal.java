package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** An activation of whole rows. */
@PluginName("row_normal")
public record RowNormal() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.over(x.abs().rowSum());
  }
}
