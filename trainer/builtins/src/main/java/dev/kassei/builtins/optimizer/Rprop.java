package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Steps by the sign of the gradient, each weight with a size of its own: it grows by η⁺ while the
 * sign stays, and shrinks by η⁻ where it has changed, in which case the weight rests for a step.
 * Two gradients whose product is 0, be it for being too small a number, leave the size as it is, as
 * in PyTorch. Meant for batches of all rows. Sizes are kept as multiples of the learning rate, so a
 * schedule scales every step, where in PyTorch the learning rate is the first size and nothing
 * else.
 *
 * @param learningRate the size of the first step, before its schedule
 * @param etaMinus η⁻, by which a size shrinks
 * @param etaPlus η⁺, by which a size grows
 * @param minStepSize the least size, before the schedule
 * @param maxStepSize the greatest size, before the schedule
 */
@PluginName(value = "rprop", title = "Rprop")
@Reference(
    "Riedmiller, Braun 1993, A direct adaptive method for faster backpropagation learning: The"
        + " RPROP algorithm, ICNN")
public record Rprop(
    double learningRate, double etaMinus, double etaPlus, double minStepSize, double maxStepSize)
    implements Optimizer {
  public Rprop() {
    this(0.01, 0.5, 1.2, 1e-6, 50);
  }

  public Rprop {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    require(etaMinus > 0 && etaMinus < 1, "eta_minus must be between 0 and 1 but was %s", etaMinus);
    requireFinite("eta_plus", etaPlus);
    require(etaPlus > 1, "eta_plus must be above 1 but was %s", etaPlus);
    Hyperparameters.requirePositive("min_step_size", minStepSize);
    Hyperparameters.requirePositive("max_step_size", maxStepSize);
    require(
        minStepSize <= maxStepSize,
        "min_step_size must not be above max_step_size but %s is above %s",
        minStepSize,
        maxStepSize);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr before = weight.state("gradient", 0);
    Expr size = weight.state("step_size", 1);
    Expr agreement = before.times(gradient);
    Expr kept = Expr.where(agreement.lessThan(0), Expr.constant(0), gradient);
    Expr growth =
        Expr.where(
            agreement.greaterThan(0),
            Expr.constant(etaPlus),
            Expr.where(agreement.lessThan(0), Expr.constant(etaMinus), Expr.constant(1)));
    Expr nextSize = size.times(growth).clip(minStepSize / learningRate, maxStepSize / learningRate);
    return weight
        .minus(kept.sign().times(nextSize).times(step.rate()))
        .updating(before, kept)
        .updating(size, nextSize);
  }
}
