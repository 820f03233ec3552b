package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The negative log-likelihood of one class among several, from logits: log Σⱼ exp(xⱼ) − x of the
 * target's class. The row's largest logit is subtracted first, so nothing overflows. As in PyTorch,
 * label smoothing ε replaces x of the target's class by (1 − ε) times that, plus ε times the mean
 * of all x.
 *
 * @param labelSmoothing the share ε of a row that is taken from its class and given to all classes
 *     alike
 */
@PluginName(value = "cross_entropy", title = "Cross-entropy")
@Reference(
    "Bridle 1990, Probabilistic interpretation of feedforward classification network outputs, doi:10.1007/978-3-642-76153-9_28")
public record CrossEntropy(double labelSmoothing) implements Loss {
  public CrossEntropy() {
    this(0);
  }

  public CrossEntropy {
    Smoothing.require(labelSmoothing);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Logits.require(prediction, "cross_entropy", "softmax");
    require(
        prediction.width() > 1 && target.width() == 1,
        "cross_entropy needs a logit for each class and one class number,"
            + " but the prediction has %s columns and the target %s",
        prediction.width(),
        target.width());
    Expr shifted = Logits.shifted(prediction);
    Expr isClass = target.oneHot(prediction.width());
    Expr ofClass = Expr.where(isClass, shifted, Expr.constant(0)).rowSum();
    return shifted.exp().rowSum().log().minus(smoothed(ofClass, shifted));
  }

  private Expr smoothed(Expr ofClass, Expr logits) {
    return labelSmoothing == 0
        ? ofClass
        : ofClass.times(1 - labelSmoothing).plus(logits.rowMean().times(labelSmoothing));
  }

  @Override
  public int outputs(Target target) {
    require(
        target.isClasses(),
        "cross_entropy needs classes, but the target %s is a number; choose loss: mse,"
            + " or say that the numbers are classes (csv: task: classification)",
        target.names());
    require(
        target.classes().size() > 1,
        "cross_entropy needs at least two classes, but the data has only %s",
        target.classes());
    return target.classes().size();
  }

  @Override
  public Expr response(Expr prediction) {
    return Logits.softmax(prediction);
  }
}
