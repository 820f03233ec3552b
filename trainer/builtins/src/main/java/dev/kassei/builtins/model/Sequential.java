package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.layer.Dense;
import java.util.List;

/**
 * Layers one after the other. A dense layer directly before an activation gets first weights for
 * that activation.
 *
 * @param layers layers and activations; the last one's width must be what the loss needs
 */
@PluginName(value = "sequential", title = "Sequential")
public record Sequential(@Required List<Layer> layers) implements Model {
  public Sequential() {
    this(List.of(new Dense()));
  }

  public Sequential {
    layers = List.copyOf(layers);
    require(!layers.isEmpty(), "layers must hold at least one layer");
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr x = input;
    for (int i = 0; i < layers.size(); i++) {
      x = x.through("layers." + i, layer(i));
    }
    require(
        x.width() == outputs,
        "layers.%s returns %s columns, but data and loss need %s;"
            + " end with {type: dense, units: %s}, or choose a loss that fits",
        layers.size() - 1,
        x.width(),
        outputs,
        outputs);
    return x;
  }

  private Layer layer(int index) {
    Layer layer = layers.get(index);
    boolean isActivated = index + 1 < layers.size() && layers.get(index + 1) instanceof Activation;
    return layer instanceof Dense dense && isActivated
        ? dense.before((Activation) layers.get(index + 1))
        : layer;
  }
}
