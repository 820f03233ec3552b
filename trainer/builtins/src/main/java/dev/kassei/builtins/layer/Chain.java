package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.NamedLayer;
import dev.kassei.api.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other. A layer before an activation gets first weights for it, also where a
 * normalization stands between them.
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
    var prepared = new ArrayList<>(layers);
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i) instanceof Activation next) {
        prepareLast(prepared.subList(0, i), next);
      }
    }
    return List.copyOf(prepared);
  }

  /** Prepares the last one that is no normalization for what follows them all. */
  private static void prepareLast(List<Layer> layers, Activation next) {
    int last = layers.size() - 1;
    while (last > 0 && isNorm(layers.get(last))) {
      last--;
    }
    layers.set(last, layers.get(last).before(next));
  }

  private static boolean isNorm(Layer layer) {
    return layer instanceof NamedLayer named
        ? isNorm(named.layer())
        : layer instanceof BatchNorm || layer instanceof LayerNorm || layer instanceof RmsNorm;
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
    prepareLast(prepared, next);
    return new Chain(prepared);
  }
}
