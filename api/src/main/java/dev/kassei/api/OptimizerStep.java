package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/**
 * What an optimizer knows of a step beside the weight and its gradient. Formulas of rate, number
 * and constants alone are computed in float64, once per step, and rounded once.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class OptimizerStep {
  private final Expr rate;
  private final Expr number;
  private final ParameterRole role;
  private final Gradients gradients;

  /**
   * A step of one parameter.
   *
   * @param rate the learning rate, such as {@link Expr#rate}
   * @param number such as {@link Expr#stepNumber}
   * @param role that of the parameter
   * @param gradients those of all parameters
   */
  public OptimizerStep(Expr rate, Expr number, ParameterRole role, Gradients gradients) {
    this.rate = rate;
    this.number = number;
    this.role = role;
    this.gradients = gradients;
  }

  /** The learning rate after its schedule. */
  public Expr rate() {
    return rate;
  }

  /** The number of the step, from 1. */
  public Expr number() {
    return number;
  }

  /** What the parameter does in its layer, such as that of a bias. */
  public ParameterRole role() {
    return role;
  }

  /** Those of all parameters in this step, such as for their norm. */
  public Gradients gradients() {
    return gradients;
  }

  /** The same step at another rate, for an optimizer that passes some parameters on to another. */
  public OptimizerStep withRate(Expr other) {
    return new OptimizerStep(other, number, role, gradients);
  }

  @Override
  public String toString() {
    return "step " + number + " at " + rate;
  }
}
