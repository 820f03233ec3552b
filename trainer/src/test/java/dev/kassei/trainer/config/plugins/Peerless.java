package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/** An activation whose peers cannot be asked. */
@PluginName("peerless")
public record Peerless() implements Activation {
  @Override
  public Map<String, Activation> peers() {
    throw new IllegalStateException("no peers today");
  }

  @Override
  public Expr apply(Expr x) {
    return x;
  }
}
