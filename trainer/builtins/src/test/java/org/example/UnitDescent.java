package org.example;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** w − rate · g / ‖g‖, with the norm over all parameters; matrices decay, biases do not. */
@PluginName("unit_descent")
public record UnitDescent(double learningRate, double decay) implements Optimizer {
  public UnitDescent() {
    this(0.01, 1e-4);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr direction = gradient.over(step.gradients().norm().plus(1e-12));
    double share = step.role() == ParameterRole.WEIGHTS ? decay : 0;
    return weight.minus(direction.plus(weight.times(share)).times(step.rate()));
  }
}
