package dev.kassei.builtins.model;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.AvgPool;
import dev.kassei.builtins.layer.Conv2d;
import dev.kassei.builtins.layer.Dense;
import dev.kassei.builtins.layer.MaxPool;
import dev.kassei.builtins.layer.Padding;
import java.util.List;

/**
 * LeNet-5 for images from 12 × 12 on: two convolutions with windows of 5 × 5, the first over a
 * border of 2, to 6 and 16 channels, each activated and pooled by 2 × 2; then dense layers of 120
 * and 84 units and one for the outputs. Of 28 × 28 pixels these are the sizes of the paper, without
 * its sparse connections and Gaussian outputs.
 *
 * @param activation the activation of all layers but the last
 * @param pool how the activated convolutions are pooled
 * @param initializer the first values of weights and biases
 */
@PluginName(value = "lenet", title = "LeNet-5")
@Reference(
    "LeCun, Bottou, Bengio, Haffner 1998, Gradient-based learning applied to document recognition,"
        + " Proceedings of the IEEE 86")
public record LeNet(@Required Activation activation, Pool pool, Initializers initializer)
    implements Model {
  /** A way of pooling. */
  public enum Pool {
    /** The largest value of each window. */
    MAX,
    /** The mean of each window. */
    AVG;

    private Layer layer() {
      return this == MAX ? new MaxPool() : new AvgPool();
    }
  }

  public LeNet() {
    this(new Rectifier(), Pool.MAX, new Initializers());
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr images = convolved(convolved(input, "conv1", 6, 2), "conv2", 16, 0);
    Expr x = hidden(hidden(images.flattened(), "fc1", 120), "fc2", 84);
    return x.through("output", new Dense(outputs, initializer, true));
  }

  private Expr convolved(Expr x, String path, int channels, int padding) {
    Layer convolution =
        new Conv2d(channels, List.of(5), List.of(1), List.of(Padding.of(padding)), initializer);
    return activated(x, path, convolution).through(path + ".pool", pool.layer());
  }

  private Expr hidden(Expr x, String path, int units) {
    return activated(x, path, new Dense(units, initializer, true));
  }

  private Expr activated(Expr x, String path, Layer layer) {
    return x.through(path, layer.before(activation)).through(path + ".activation", activation);
  }
}
