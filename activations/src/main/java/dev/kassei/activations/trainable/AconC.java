package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A smooth maximum of two lines, f(x) = (p1 − p2)·x·σ(beta·(p1 − p2)·x) + p2·x, with trainable
 * numbers for each unit.
 *
 * <p>With the first values it is {@code swish}; the authors' own program draws p1 and p2 from a
 * normal distribution. There are no kinks.
 *
 * @param p1 the first slope of one line
 * @param p2 the first slope of the other
 * @param beta the first sharpness of the maximum
 */
@PluginName(value = "acon", title = "ACON-C")
@Reference(
    "Ningning Ma, Xiangyu Zhang, Ming Liu, Jian Sun (2020): Activate or Not: Learning "
        + "Customized Activation. arXiv:2009.04759")
public record AconC(double p1, double p2, double beta) implements Activation {
  public AconC() {
    this(1, 0, 1);
  }

  public AconC {
    requireFinite("p1", p1);
    requireFinite("p2", p2);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr other = Trainable.perUnit(x, "p2", p2);
    Expr slope = Trainable.perUnit(x, "p1", p1).minus(other);
    Expr sharpness = slope.times(Trainable.perUnit(x, "beta", beta));
    Expr gate = Exponents.bounded(x.times(sharpness)).sigmoid();
    return x.times(gate).times(slope).plus(x.times(other));
  }
}
