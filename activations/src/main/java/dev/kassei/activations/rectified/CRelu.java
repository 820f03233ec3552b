package dev.kassei.activations.rectified;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The positive and the negative part side by side, f(x) = (max(x, 0), max(−x, 0)): twice as many
 * columns.
 *
 * <p>At the kink, 0, both derivatives are 0.
 *
 * <p>TensorFlow defines it so.
 */
@PluginName(value = "crelu", title = "CReLU")
@Reference(
    "Wenling Shang, Kihyuk Sohn, Diogo Almeida, Honglak Lee (2016): Understanding and Improving Convolutional Neural Networks via Concatenated Rectified Linear Units. arXiv:1603.05201")
public record CRelu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.max(0).concat(x.negate().max(0));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new CRelu(), "tensorflow").byLibrary();
  }
}
