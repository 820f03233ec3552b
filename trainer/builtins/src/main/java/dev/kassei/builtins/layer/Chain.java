package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other. A layer directly before an activation gets first weights for it.
 *
 * @param layers at least one
 */
public record Chain(List<Layer> layers) {
  public Chain {
    layers = prepared(requireLayers(layers));
  }

  /** A copy of layers as a configuration lists them. */
  public static List<Layer> requireLayers(List<Layer> layers) {
    require(!layers.isEmpty(), "layers must hold at least one layer");
    return List.copyOf(layers);
  }

  private static List<Layer> prepared(List<Layer> layers) {
    var prepared = new ArrayList<Layer>();
    for (int i = 0; i < layers.size(); i++) {
      boolean isActivated = i + 1 < layers.size() && layers.get(i + 1) instanceof Activation;
      Layer layer = layers.get(i);
      prepared.add(isActivated ? layer.before((Activation) layers.get(i + 1)) : layer);
    }
    return List.copyOf(prepared);
  }

  /** What the last layer returns; the layers' paths are {@code prefix} and their number. */
  public Expr apply(Expr x, String prefix) {
    Expr y = x;
    for (int i = 0; i < layers.size(); i++) {
      y = y.through(prefix + i, layers.get(i));
    }
    return y;
  }

  /** These layers before an activation. */
  Chain before(Activation next) {
    var prepared = new ArrayList<>(layers);
    prepared.set(layers.size() - 1, layers.get(layers.size() - 1).before(next));
    return new Chain(prepared);
  }
}
