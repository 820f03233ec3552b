package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The negative log-likelihood of yes or no, from logits: −t·log σ(x) − (1 − t)·log σ(−x), of each
 * row the mean over its columns. It is computed as softplus(x) − x·t, which neither overflows nor
 * loses digits for large logits. Label smoothing ε replaces t by (1 − ε) · t + ε / 2, as in Keras;
 * PyTorch has none here.
 *
 * @param labelSmoothing the share ε of a target that is moved halfway between yes and no
 */
@PluginName(value = "binary_cross_entropy", title = "Binary cross-entropy")
@Reference(
    "Cox 1958, The regression analysis of binary sequences, doi:10.1111/j.2517-6161.1958.tb00292.x")
public record BinaryCrossEntropy(double labelSmoothing) implements Loss {
  private static final int LISTED = 20;

  public BinaryCrossEntropy() {
    this(0);
  }

  public BinaryCrossEntropy {
    Smoothing.require(labelSmoothing);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Logits.require(prediction, "binary_cross_entropy", "sigmoid");
    require(
        prediction.width() == target.width(),
        "binary_cross_entropy needs one logit for each target,"
            + " but the prediction has %s columns and the target %s",
        prediction.width(),
        target.width());
    return prediction.softplus().minus(prediction.times(smoothed(target))).rowMean();
  }

  private Expr smoothed(Expr target) {
    return labelSmoothing == 0 ? target : target.times(1 - labelSmoothing).plus(labelSmoothing / 2);
  }

  @Override
  public int outputs(Target target) {
    int classes = target.classes().size();
    require(
        !target.isClasses() || classes == 2,
        "binary_cross_entropy tells two classes apart, but the data has %s: %s%s;"
            + " choose loss: cross_entropy",
        classes,
        target.classes().subList(0, Math.min(LISTED, classes)),
        classes > LISTED ? " and more" : "");
    return target.columns();
  }

  @Override
  public void check(Target target, double[] targets) {
    for (double each : targets) {
      require(
          each >= 0 && each <= 1,
          "binary_cross_entropy learns probabilities, but a target of the data is %s;"
              + " choose loss: mse",
          each);
    }
  }

  @Override
  public Expr response(Expr prediction) {
    return prediction.sigmoid();
  }
}
