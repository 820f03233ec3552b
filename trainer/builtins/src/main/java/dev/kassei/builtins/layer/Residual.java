package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Window;
import dev.kassei.builtins.initializer.Initializers;
import java.util.Collections;
import java.util.List;

/**
 * Layers around which their input goes, too: x + f(x). Where f changes the number of columns, x
 * goes through a projection, a dense layer or a convolution of single positions, without a bias.
 *
 * @param layers what f consists of
 * @param initializer the first values of the projection
 */
@PluginName(value = "residual", title = "Residual")
@Reference("He, Zhang, Ren, Sun 2016, Deep residual learning for image recognition, CVPR")
public record Residual(@Required List<Layer> layers, Initializers initializer) implements Layer {
  public Residual() {
    this(List.of(new Dense()), new Initializers());
  }

  public Residual {
    layers = Chain.requireLayers(layers);
  }

  @Override
  public Expr apply(Expr x) {
    Expr y = new Chain(layers).apply(x, "");
    require(
        y.shape().rows().equals(x.shape().rows()),
        "what goes around the layers and what comes out of them must have the same positions,"
            + " but they are %s and %s; keep them, such as by padding: same",
        x.shape(),
        y.shape());
    boolean isProjected = y.width() != x.width();
    return y.plus(isProjected ? x.through("projection", z -> projected(z, y.width())) : x);
  }

  /** Of images and sequences a convolution with a window of one position. */
  private Expr projected(Expr x, int width) {
    int axes = x.shape().rows().sizes().size();
    Expr weight =
        axes == 0
            ? x.weights("weight", x.width(), width, initializer.weight())
            : x.weights("weight", single(axes), x.width(), width, initializer.weight());
    return x.matmul(weight);
  }

  private static Window single(int axes) {
    return Window.of(Collections.nCopies(axes, 1));
  }
}
