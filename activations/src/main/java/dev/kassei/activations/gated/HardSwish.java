package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The value gated by a piecewise linear sigmoid, f(x) = x·clip((x + 3) / 6, 0, 1).
 *
 * <p>The gate is computed as clip(x + 3, 0, 6) / 6 before the product, which so cannot overflow. At
 * the kinks, −3 and 3, the gate's derivative is 0: f'(−3) = 0 and f'(3) = 1.
 *
 * <p>All peers agree on the function, and on f'(3); PyTorch has −0.5 for f'(−3), the slope from the
 * right.
 */
@PluginName(value = "hard_swish", title = "Hard Swish", aliases = "hard_silu")
@Reference("Andrew Howard et al. (2019): Searching for MobileNetV3. arXiv:1905.02244")
public record HardSwish() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.times(x.plus(3).clip(0, 6).over(6));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new HardSwish(), "article", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
