package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A piecewise linear sigmoid, f(x) = clip(slope·x + offset, 0, 1).
 *
 * <p>It is computed as clip(x + offset/slope, 0, 1/slope) / (1/slope): for the default that is
 * relu6(x + 3) / 6, whose numbers are exact, where 1/6 is not. At the kinks, −offset/slope and (1 −
 * offset)/slope, the derivative is 0.
 *
 * <p>Peers differ: the default, slope 1/6 and offset 1/2, is PyTorch's, JAX's and that of Keras
 * from version 3 on, after Howard et al. (2019), arXiv:1905.02244; ONNX and DL4J have slope 0.2 and
 * offset 0.5; the article has (x + 1) / 2, as in Courbariaux et al.
 *
 * @param slope the derivative between the kinks, positive
 * @param offset the value at 0
 */
@PluginName(value = "hard_sigmoid", title = "Hard Sigmoid")
@Reference(
    "Matthieu Courbariaux, Yoshua Bengio, Jean-Pierre David (2015): BinaryConnect: Training Deep"
        + " Neural Networks with binary weights during propagations. arXiv:1511.00363")
public record HardSigmoid(double slope, double offset) implements Activation {
  public HardSigmoid() {
    this(1.0 / 6, 0.5);
  }

  public HardSigmoid {
    require(slope > 0, "slope must be positive but was %s", slope);
    requireFinite("slope", slope);
    requireFinite("offset", offset);
  }

  @Override
  public Expr apply(Expr x) {
    double width = 1 / slope;
    return x.plus(offset / slope).clip(0, width).over(width);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new HardSigmoid(), "jax", "keras", "pytorch")
        .and(new HardSigmoid(0.2, 0.5), "dl4j", "onnx")
        .and(new HardSigmoid(0.5, 0.5), "article")
        .byLibrary();
  }
}
