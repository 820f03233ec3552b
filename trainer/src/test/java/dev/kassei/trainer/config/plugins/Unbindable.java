package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import java.time.LocalDate;

/** An activation with a component that no configuration can hold. */
@PluginName("unbindable")
public record Unbindable(LocalDate day) implements Activation {
  public Unbindable() {
    this(LocalDate.EPOCH);
  }

  @Override
  public Expr apply(Expr x) {
    return x;
  }
}
