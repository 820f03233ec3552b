package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/**
 * All numbers of an image or a sequence in one row, channel by channel as in PyTorch, and within a
 * channel line by line.
 */
@PluginName(value = "flatten", title = "Flatten")
public record Flatten() implements Layer {
  @Override
  public Expr apply(Expr x) {
    return x.flattened();
  }
}
