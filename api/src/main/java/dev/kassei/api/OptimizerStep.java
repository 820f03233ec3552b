package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/**
 * The scalars of one optimizer step. Formulas of these and of constants alone are computed in
 * float64, once per step, and rounded once.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class OptimizerStep {
  private final Expr rate;
  private final Expr number;

  /** A step of this rate and number, such as {@link Expr#rate} and {@link Expr#stepNumber}. */
  public OptimizerStep(Expr rate, Expr number) {
    this.rate = rate;
    this.number = number;
  }

  /** The learning rate after its schedule. */
  public Expr rate() {
    return rate;
  }

  /** The number of the step, from 1. */
  public Expr number() {
    return number;
  }

  /** The same step at another rate, for an optimizer that passes some parameters on to another. */
  public OptimizerStep withRate(Expr other) {
    return new OptimizerStep(other, number);
  }

  @Override
  public String toString() {
    return "step " + number + " at " + rate;
  }
}
