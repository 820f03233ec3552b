package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The rectified linear unit, f(x) = max(x, 0); in general min(x, max_value) for x &gt; threshold,
 * else negative_slope·(x − threshold).
 *
 * <p>At the kink, the threshold, the derivative is negative_slope, and at the second one,
 * max_value, it is 0. A threshold other than 0 makes the value jump there.
 *
 * <p>All peers agree on max(x, 0); the parameters are those of Keras.
 *
 * @param negativeSlope the slope below the threshold
 * @param maxValue what the value is cut off at, positive; by default it is not
 * @param threshold where the function begins to rise
 */
@PluginName(value = "relu", title = "ReLU")
@Reference(
    "Vinod Nair, Geoffrey E. Hinton (2010): Rectified Linear Units Improve Restricted Boltzmann Machines. ICML")
public record Relu(double negativeSlope, double maxValue, double threshold) implements Activation {
  public Relu() {
    this(0, Double.POSITIVE_INFINITY, 0);
  }

  public Relu {
    requireFinite("negative_slope", negativeSlope);
    requireFinite("threshold", threshold);
    require(
        maxValue > 0 && maxValue > threshold,
        "max_value must be above 0 and the threshold, %s, but was %s",
        threshold,
        maxValue);
  }

  @Override
  public Expr apply(Expr x) {
    if (threshold == 0 && negativeSlope == 0) {
      return maxValue == Double.POSITIVE_INFINITY ? x.max(0) : x.clip(0, maxValue);
    }
    Expr above = maxValue == Double.POSITIVE_INFINITY ? x : Expr.constant(maxValue).min(x);
    return Expr.where(x.greaterThan(threshold), above, x.minus(threshold).times(negativeSlope));
  }

  /**
   * √(2 / (1 + negative_slope²)), which keeps the variance: He et al. (2015), arXiv:1502.01852;
   * empty for a threshold or a largest value.
   */
  @Override
  public OptionalDouble gain() {
    return threshold == 0 && maxValue == Double.POSITIVE_INFINITY
        ? OptionalDouble.of(Math.sqrt(2 / (1 + negativeSlope * negativeSlope)))
        : OptionalDouble.empty();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Relu(), "article", "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
