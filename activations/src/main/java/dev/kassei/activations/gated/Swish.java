package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The value gated by its sigmoid, f(x) = x·σ(beta·x); with beta 1 also called SiLU.
 *
 * <p>The product with the primitive sigmoid never overflows, where exp(−x) in x / (1 + exp(−x))
 * does. There are no kinks. If it is trainable, each column has a {@code beta} of its own that
 * starts at the given one.
 *
 * <p>All peers agree on beta 1; PyTorch, Keras and JAX call it silu, which Elfwing et al. (2017),
 * arXiv:1702.03118, proposed before.
 *
 * @param beta the sharpness of the gate; 0 makes it x/2, 1.702 nearly GELU
 * @param trainable whether beta is learned, one a column
 */
@PluginName(value = "swish", title = "Swish", aliases = "silu")
@Reference(
    "Prajit Ramachandran, Barret Zoph, Quoc V. Le (2017): Searching for Activation Functions."
        + " arXiv:1710.05941")
public record Swish(double beta, boolean trainable) implements Activation {
  public Swish() {
    this(1);
  }

  /** The one with a fixed beta. */
  public Swish(double beta) {
    this(beta, false);
  }

  public Swish {
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    if (trainable) {
      Expr sharpness = Trainable.perUnit(x, "beta", beta);
      return x.times(x.times(sharpness).sigmoid());
    }
    Expr gate = beta == 1 ? x.sigmoid() : x.times(beta).sigmoid();
    return x.times(gate);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Swish(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
