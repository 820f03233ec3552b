package dev.kassei.engine;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;

/** Gradient descent with nothing to it. */
record PlainDescent(double learningRate) implements Optimizer {
  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    return weight.minus(gradient.times(step.rate()));
  }
}
