package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Steps in the unit of the weight: v ← ρ·v + (1 − ρ)·g², Δ = √(u + ε) / √(v + ε)·g, u ← ρ·u + (1 −
 * ρ)·Δ², w ← w − rate·Δ (algorithm 1, where the rate is 1). Weight decay is part of the gradient g.
 *
 * @param learningRate the rate before its schedule
 * @param rho ρ, the share of both mean squares that is kept in a step
 * @param epsilon ε, without which there would be no first step
 * @param weightDecay the multiple of the weight that is added to its gradient
 */
@PluginName(value = "adadelta", title = "Adadelta")
@Reference("Zeiler 2012, ADADELTA: An adaptive learning rate method, arXiv:1212.5701")
public record Adadelta(double learningRate, double rho, double epsilon, double weightDecay)
    implements Optimizer {
  public Adadelta() {
    this(1, 0.9, 1e-6, 0);
  }

  public Adadelta {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireShare("rho", rho);
    Hyperparameters.requirePositive("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    Expr square = weight.state("square", 0);
    Expr movement = weight.state("squared_movement", 0);
    Expr nextSquare = Moments.next(square, decayed.square(), rho);
    Expr delta = movement.plus(epsilon).sqrt().over(nextSquare.plus(epsilon).sqrt()).times(decayed);
    return weight
        .minus(delta.times(step.rate()))
        .updating(square, nextSquare)
        .updating(movement, Moments.next(movement, delta.square(), rho));
  }
}
