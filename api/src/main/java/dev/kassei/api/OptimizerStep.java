package dev.kassei.api;

import dev.kassei.api.expr.Expr;

/**
 * The scalars of one optimizer step. Formulas of these and of constants alone are computed in
 * float64, once per step, and rounded once.
 *
 * @param rate the learning rate after its schedule
 * @param number the number of the step, from 1
 */
public record OptimizerStep(Expr rate, Expr number) {}
