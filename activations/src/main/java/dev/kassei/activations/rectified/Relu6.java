package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A rectifier that saturates at 6, f(x) = min(max(x, 0), 6).
 *
 * <p>At the kinks, 0 and 6, the derivative is 0.
 *
 * <p>All peers agree.
 */
@PluginName(value = "relu6", title = "ReLU6")
@Reference(
    "Alex Krizhevsky (2010): Convolutional Deep Belief Networks on CIFAR-10. University of Toronto")
public record Relu6() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.clip(0, 6);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Relu6(), "dl4j", "jax", "keras", "pytorch").byLibrary();
  }
}
