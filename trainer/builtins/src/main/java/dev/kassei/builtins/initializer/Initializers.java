package dev.kassei.builtins.initializer;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.Shorthand;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.api.value.Draws;

/**
 * The first values of a layer's weights and bias.
 *
 * @param weight for the matrix
 * @param bias for what is added, with the fans of the layer's weights
 */
public record Initializers(Initializer weight, Initializer bias) {
  public Initializers() {
    this(new Auto(), new Zeros());
  }

  /** An initializer alone is that of the weights; the bias is zero, but PyTorch's covers both. */
  @Shorthand
  public static Initializers of(Initializer weight) {
    return new Initializers(weight, weight instanceof TorchDefault ? weight : new Zeros());
  }

  /** These for a layer whose output goes into an activation. */
  public Initializers before(Activation activation) {
    return new Initializers(weight.before(activation), bias);
  }

  /** The initializer of a bias, which has the sizes of its layer and not those of its one row. */
  public Initializer bias(Fans layer) {
    return new OfLayer(bias, layer);
  }

  private record OfLayer(Initializer initializer, Fans layer) implements Initializer {
    @Override
    public double value(Fans own, Draws draws, long index) {
      return initializer.value(layer, draws, index);
    }
  }
}
