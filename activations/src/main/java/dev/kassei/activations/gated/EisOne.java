package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The first of the EIS family, f(x) = x·log(1 + exp(x)) / (|x| + 1.16·exp(−x)).
 *
 * <p>The family is x·log(1 + exp(x))^alpha / (√(beta + gamma·x²) + delta·exp(−theta·x)), and this
 * is the one with alpha, gamma and theta 1, beta 0 and delta 1.16, whose root is |x|. The abstract
 * prints x in its place, as a survey does, which is another function below 0: −0.145 at −1 in place
 * of −0.075. It is {@code denominator: signed}. Both denominators are positive everywhere.
 *
 * <p>Fraction and denominator are multiplied by exp(x) below 0, so nothing overflows, and the
 * softplus comes last. There are no kinks but one of |x| in the denominator at 0, where f is 0,
 * with slope log(2)/1.16.
 *
 * @param denominator whether |x| or x stands in the denominator
 */
@PluginName(value = "eis_1", title = "EIS-1")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2020): EIS -- a "
        + "family of activation functions combining Exponential, ISRU, and Softplus. "
        + "arXiv:2009.13501")
public record EisOne(Denominator denominator) implements Activation {
  /** What stands beside 1.16·exp(−x) in the denominator. */
  public enum Denominator {
    /** |x|, which is the family's √(beta + gamma·x²) with beta 0 and gamma 1. */
    MAGNITUDE,
    /** x, as the abstract of the paper prints it. */
    SIGNED
  }

  public EisOne() {
    this(Denominator.MAGNITUDE);
  }

  @Override
  public Expr apply(Expr x) {
    Expr scale = x.min(0).exp();
    Expr size = denominator == Denominator.MAGNITUDE ? x.abs() : x;
    Expr sum = size.times(scale).plus(x.max(0).negate().exp().times(1.16));
    return x.times(scale).over(sum).times(x.softplus());
  }
}
