package dev.kassei.activations.rectified;

import static dev.kassei.api.Requirements.require;
import static dev.kassei.api.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * A rectifier with a random leak, f(x) = x for x &gt; 0, else a·x: in training a is drawn anew from
 * the uniform distribution on [lower, upper) for each value and step, in inference it is their
 * mean.
 *
 * <p>At the kink, 0, the derivative is a.
 *
 * <p>All peers agree on 1/8 and 1/3.
 *
 * @param lower the smallest slope for negative values
 * @param upper the bound of the slopes
 */
@PluginName(value = "rrelu", title = "RReLU")
@Reference(
    "Bing Xu, Naiyan Wang, Tianqi Chen, Mu Li (2015): Empirical Evaluation of Rectified Activations in Convolutional Network. arXiv:1505.00853")
public record RRelu(double lower, double upper) implements Activation {
  public RRelu() {
    this(1.0 / 8, 1.0 / 3);
  }

  public RRelu {
    requireFinite("lower", lower);
    requireFinite("upper", upper);
    require(lower < upper, "lower must be below upper but they were %s and %s", lower, upper);
  }

  @Override
  public Expr apply(Expr x) {
    Expr mean = Expr.constant((lower + upper) / 2).broadcast(x.shape());
    Expr slope = x.uniform("slope", lower, upper).byMode(mean);
    return Expr.where(x.greaterThan(0), x, x.times(slope));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new RRelu(), "dl4j", "pytorch", "tfa").byLibrary();
  }
}
