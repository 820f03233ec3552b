package dev.kassei.builtins.model;

import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.LayerException;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.layer.Chain;
import dev.kassei.builtins.layer.Dense;
import java.util.List;

/**
 * Layers one after the other. A layer before an activation gets first weights for that activation,
 * also where a normalization stands between them.
 *
 * @param layers layers and activations; the last one's width must be what the loss needs
 */
@PluginName(value = "sequential", title = "Sequential")
public record Sequential(@Required List<Layer> layers) implements Model {
  public Sequential() {
    this(List.of(new Dense()));
  }

  public Sequential {
    layers = Chain.requireLayers(layers);
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr y = new Chain(layers).apply(input, "layers.");
    if (!y.shape().equals(Shape.batch(outputs))) {
      throw new LayerException("outputs", y, refusal(y, outputs));
    }
    return y;
  }

  private String refusal(Expr y, int outputs) {
    int last = layers.size() - 1;
    if (!y.shape().rows().equals(Rows.BATCH)) {
      return "layers.%s returns %s, but data and loss need one row for each item; end with flatten or global_avg_pool and {type: dense, units: %s}"
          .formatted(last, y.shape(), outputs);
    }
    return "layers.%s returns %s columns, but data and loss need %s; end with {type: dense, units: %s}, or choose a loss that fits"
        .formatted(last, y.width(), outputs, outputs);
  }
}
