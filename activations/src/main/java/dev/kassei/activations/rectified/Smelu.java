package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The smooth rectified linear unit: 0 below −beta, x above beta, and the parabola (x + beta)² /
 * (4·beta) between them.
 *
 * <p>At ±beta the parabola meets the lines with their slopes.
 *
 * @param beta half the width of the bend, positive
 */
@PluginName(value = "smelu", title = "SmeLU")
@Reference(
    "Gil I. Shamir, Dong Lin, Lorenzo Coviello (2020): Smooth activations and reproducibility"
        + " in deep networks. arXiv:2010.09931")
public record Smelu(double beta) implements Activation {
  public Smelu() {
    this(1);
  }

  public Smelu {
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr parabola = x.plus(beta).square().over(4 * beta);
    return Expr.where(x.abs().greaterThan(beta), x.max(0), parabola);
  }
}
