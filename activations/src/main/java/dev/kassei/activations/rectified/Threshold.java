package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The identity above a threshold, f(x) = x for x &gt; threshold, else value.
 *
 * <p>The value jumps at the threshold, unless it equals value; the derivative there is 0.
 *
 * <p>ONNX and DL4J call it thresholded ReLU, with threshold 1 and value 0; PyTorch and Keras have
 * both to be given.
 *
 * @param threshold from where on, exclusively, the input is kept
 * @param value what smaller inputs are replaced by
 */
@PluginName(value = "threshold", title = "Threshold", aliases = "thresholded_relu")
@Reference(
    "Kishore Konda, Roland Memisevic, David Krueger (2014): Zero-bias autoencoders and the benefits of co-adapting features. arXiv:1402.3337")
public record Threshold(double threshold, double value) implements Activation {
  public Threshold() {
    this(1, 0);
  }

  public Threshold {
    requireFinite("threshold", threshold);
    requireFinite("value", value);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.atMost(Expr.constant(threshold)), Expr.constant(value), x);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Threshold(), "dl4j", "keras", "onnx", "pytorch").byLibrary();
  }
}
