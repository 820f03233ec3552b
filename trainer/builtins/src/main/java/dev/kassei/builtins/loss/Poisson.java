package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The negative log-likelihood of counts, from the logarithm x of their rate: exp(x) − t · x, of
 * each row the mean over its columns; PyTorch's PoissonNLLLoss with its defaults, which leave out
 * the log of t!. Beyond x = 64, where no count is, exp continues as its tangent, so that nothing
 * overflows in float32.
 */
@PluginName(value = "poisson", title = "Poisson")
@Reference("Nelder, Wedderburn 1972, Generalized linear models, doi:10.2307/2344614")
public record Poisson() implements Loss {
  private static final double LARGEST = 64;

  @Override
  public Expr apply(Expr prediction, Expr target) {
    require(
        prediction.width() == target.width(),
        "poisson compares column by column, but the prediction has %s columns and the target %s",
        prediction.width(),
        target.width());
    return response(prediction).minus(target.times(prediction)).rowMean();
  }

  @Override
  public int outputs(Target target) {
    return NumberTargets.outputsWithoutClasses(target, "poisson");
  }

  @Override
  public void check(Target target, double[] targets) {
    for (double each : targets) {
      require(
          each >= 0,
          "poisson learns counts, which are not negative, but a target of the data is %s;"
              + " choose loss: mse",
          each);
    }
  }

  @Override
  public boolean prefersNumbers() {
    return true;
  }

  /** The rate. */
  @Override
  public Expr response(Expr prediction) {
    Expr beyond = prediction.minus(LARGEST).max(0);
    return prediction.min(LARGEST).exp().times(beyond.plus(1));
  }
}
