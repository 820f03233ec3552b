package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The Kullback–Leibler divergence of a predicted from a given distribution, from logits: Σⱼ tⱼ ·
 * (log tⱼ − log softmax(x)ⱼ), where 0 · log 0 is 0. Of all rows the mean is taken, PyTorch's {@code
 * batchmean}.
 */
@PluginName(value = "kl_divergence", title = "Kullback–Leibler divergence")
@Reference("Kullback, Leibler 1951, On information and sufficiency, doi:10.1214/aoms/1177729694")
public record KlDivergence() implements Loss {
  private static final double ROUNDING = 1e-6;

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Logits.require(prediction, "kl_divergence", "softmax");
    require(
        prediction.width() == target.width(),
        "kl_divergence needs a logit for each probability, but the prediction has %s columns and the"
            + " target %s",
        prediction.width(),
        target.width());
    Expr shifted = Logits.shifted(prediction);
    Expr log = shifted.minus(shifted.exp().rowSum().log());
    Expr entropy = Expr.where(target.greaterThan(0), target.times(target.log()), Expr.constant(0));
    return entropy.minus(target.times(log)).rowSum();
  }

  @Override
  public int outputs(Target target) {
    NumberTargets.outputsWithoutClasses(target, "kl_divergence");
    require(
        target.columns() > 1,
        "kl_divergence needs a target column for each probability of a distribution, but there is"
            + " only %s; choose loss: binary_cross_entropy",
        target.names());
    return target.columns();
  }

  @Override
  public void check(Target target, double[] targets) {
    int columns = target.columns();
    for (int from = 0; from < targets.length; from += columns) {
      checkRow(targets, from, columns);
    }
  }

  private static void checkRow(double[] targets, int from, int columns) {
    double sum = 0;
    for (int i = from; i < from + columns; i++) {
      require(
          targets[i] >= 0,
          "kl_divergence learns probabilities, but a target of the data is %s; choose loss: mse",
          targets[i]);
      sum += targets[i];
    }
    require(
        Math.abs(sum - 1) <= ROUNDING,
        "kl_divergence learns probabilities that sum to 1, but those of row %s of the data sum to"
            + " %s; choose loss: mse",
        from / columns,
        sum);
  }

  @Override
  public boolean prefersNumbers() {
    return true;
  }

  @Override
  public Expr response(Expr prediction) {
    return Logits.softmax(prediction);
  }
}
