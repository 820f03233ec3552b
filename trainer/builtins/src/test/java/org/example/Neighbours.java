package org.example;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Window;
import java.util.List;

/** tanh of a convolution over the 3 × 3 neighbours of each pixel. */
@PluginName("neighbours")
public record Neighbours(int channels) implements Layer {
  public Neighbours() {
    this(8);
  }

  @Override
  public Expr apply(Expr x) {
    Window window = Window.of(3, 3).padded(List.of(1, 1));
    Expr weights =
        x.weights("weight", window, x.width(), channels, (fans, draws, i) -> 0.1 * draws.normal(i));
    return x.windows(window).matmul(weights).tanh();
  }
}
