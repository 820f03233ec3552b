package dev.kassei.activations.stochastic;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier of random slope, in training f(x) = max(0, r·x) with r uniform on 1 ± alpha,
 * otherwise max(0, x).
 *
 * <p>At the kink, 0, the derivative is 0. The paper calls it EReLU.
 *
 * @param alpha how far the slope is from 1 at most, between 0 and 1
 */
@PluginName(value = "elastic_relu", title = "Elastic ReLU")
@Reference(
    "Xiaoheng Jiang, Yanwei Pang, Xuelong Li, Jing Pan, Yinghong Xie (2018): Deep neural "
        + "networks with Elastic Rectified Linear Units for object recognition. Neurocomputing 275,"
        + " 1132–1139")
public record ElasticRelu(double alpha) implements Activation {
  public ElasticRelu() {
    this(0.1);
  }

  public ElasticRelu {
    require(alpha > 0 && alpha < 1, "alpha must be between 0 and 1 but was %s", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(x.uniform("slope", 1 - alpha, 1 + alpha)).byMode(x).max(0);
  }
}
