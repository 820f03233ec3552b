package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/** An activation that a configuration spells out. */
@PluginName("formula")
public record Formula(@Required String formula, Map<String, Double> parameters)
    implements Activation {
  public Formula() {
    this("x", Map.of());
  }

  @Override
  public Expr apply(Expr x) {
    return x;
  }
}
