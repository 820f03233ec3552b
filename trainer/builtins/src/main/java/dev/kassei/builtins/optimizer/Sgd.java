package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Stochastic gradient descent: w ← w − rate·d. Without momentum d is the gradient g; with momentum
 * μ it is the velocity v ← μ·v + (1 − dampening)·g, and with Nesterov's momentum g + μ·v. The first
 * velocity is g, undampened. These are PyTorch's definitions.
 *
 * @param learningRate the rate before its schedule
 * @param momentum μ, the share of the velocity that is kept in a step
 * @param dampening the share of the gradient that does not enter the velocity
 * @param nesterov whether the gradient is added to the direction once more
 * @param weightDecay the multiple of the weight that is added to its gradient
 */
@PluginName(value = "sgd", title = "SGD")
@Reference(
    "Sutskever, Martens, Dahl, Hinton 2013, On the importance of initialization and momentum in"
        + " deep learning, ICML")
public record Sgd(
    double learningRate, double momentum, double dampening, boolean nesterov, double weightDecay)
    implements Optimizer {
  public Sgd() {
    this(0.01, 0, 0, false, 0);
  }

  public Sgd {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireNotNegative("momentum", momentum);
    Hyperparameters.requireShare("dampening", dampening);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    require(momentum > 0 || !nesterov, "nesterov needs a momentum above 0");
    require(momentum > 0 || dampening == 0, "dampening needs a momentum above 0");
    require(dampening == 0 || !nesterov, "nesterov needs dampening 0 but it was %s", dampening);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    if (momentum == 0) {
      return weight.minus(decayed.times(step.rate()));
    }
    Expr velocity = weight.state("velocity", 0);
    Expr next = velocity.times(momentum).plus(entering(decayed, step));
    Expr direction = nesterov ? decayed.plus(next.times(momentum)) : next;
    return weight.minus(direction.times(step.rate())).updating(velocity, next);
  }

  private Expr entering(Expr gradient, OptimizerStep step) {
    if (dampening == 0) {
      return gradient;
    }
    Expr isFirst = step.number().equalTo(Expr.constant(1));
    return gradient.times(Expr.where(isFirst, Expr.constant(1), Expr.constant(1 - dampening)));
  }
}
