package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

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
 * <p>All peers agree on 1/8 and 1/3, and on the slope 11/48 in inference. The paper divides by a
 * number drawn from 3 to 8, and by their mean in inference, which is the slope 2/11: {@code draw:
 * divisor}.
 *
 * @param lower the smallest slope for negative values
 * @param upper the bound of the slopes
 * @param draw whether the slope is drawn, or what x is divided by, from 1/upper to 1/lower
 */
@PluginName(value = "rrelu", title = "RReLU")
@Reference(
    "Bing Xu, Naiyan Wang, Tianqi Chen, Mu Li (2015): Empirical Evaluation of Rectified Activations in Convolutional Network. arXiv:1505.00853")
public record RRelu(double lower, double upper, Draw draw) implements Activation {
  /** What is uniformly distributed. */
  public enum Draw {
    /** The slope, as in all libraries. */
    SLOPE,
    /** What x is divided by, as in the paper. */
    DIVISOR
  }

  public RRelu() {
    this(1.0 / 8, 1.0 / 3);
  }

  /** The one that draws slopes. */
  public RRelu(double lower, double upper) {
    this(lower, upper, Draw.SLOPE);
  }

  public RRelu {
    requireFinite("lower", lower);
    requireFinite("upper", upper);
    require(lower < upper, "lower must be below upper but they were %s and %s", lower, upper);
    require(
        draw == Draw.SLOPE || lower > 0,
        "lower must be positive where a divisor is drawn but was %s",
        lower);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.greaterThan(0), x, draw == Draw.SLOPE ? multiplied(x) : divided(x));
  }

  private Expr multiplied(Expr x) {
    return x.times(x.uniform("slope", lower, upper).byMode(mean(x, lower, upper)));
  }

  private Expr divided(Expr x) {
    double least = 1 / upper;
    double most = 1 / lower;
    return x.over(x.uniform("divisor", least, most).byMode(mean(x, least, most)));
  }

  private static Expr mean(Expr x, double low, double high) {
    return Expr.constant((low + high) / 2).broadcast(x.shape());
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new RRelu(), "dl4j", "pytorch", "tfa").byLibrary();
  }
}
