package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The rectified linear unit, f(x) = max(x, 0).
 *
 * <p>At the kink, 0, the derivative is 0.
 *
 * <p>All peers agree.
 */
@PluginName(value = "relu", title = "ReLU")
@Reference(
    "Vinod Nair, Geoffrey E. Hinton (2010): Rectified Linear Units Improve Restricted Boltzmann"
        + " Machines. ICML")
public record Relu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0);
  }

  /** √2, which keeps the variance of its input: He et al. (2015), arXiv:1502.01852. */
  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(Math.sqrt(2));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Relu(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
