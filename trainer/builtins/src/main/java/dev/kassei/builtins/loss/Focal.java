package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import java.util.OptionalDouble;

/**
 * The cross-entropy, less of it for rows that are right already (Lin et al. 2017), from logits: −(1
 * − p)^gamma · log p, where p is the probability of the right class: sigmoid of two classes' one
 * logit, softmax of several. With the margin z = log(p / (1 − p)) it is computed as softplus(−z) ·
 * exp(−gamma · softplus(z)), which is finite with its gradient for every gamma.
 *
 * @param gamma the power by which rows fade that are right already; 0 is the cross-entropy
 * @param alpha of two classes the weight of the second, 1 − alpha being that of the first; if
 *     empty, both have weight 1
 */
@PluginName(value = "focal", title = "Focal")
@Reference(
    "Lin, Goyal, Girshick, He, Dollár 2017, Focal loss for dense object detection, "
        + "arXiv:1708.02002")
public record Focal(double gamma, OptionalDouble alpha) implements Loss {
  public Focal() {
    this(2, OptionalDouble.empty());
  }

  public Focal {
    require(
        gamma >= 0 && Double.isFinite(gamma),
        "gamma must be finite and not negative but was %s",
        gamma);
    double share = alpha.orElse(0);
    require(share >= 0 && share <= 1, "alpha must be between 0 and 1 but was %s", share);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Logits.require(prediction, "focal", prediction.width() == 1 ? "sigmoid" : "softmax");
    Expr margin = Margins.of(prediction, target, Focal::logSumExp, "focal");
    Expr loss = margin.negate().softplus().times(margin.softplus().times(-gamma).exp());
    if (alpha.isEmpty()) {
      return loss;
    }
    double share = alpha.getAsDouble();
    return loss.times(target.times(2 * share - 1).plus(1 - share));
  }

  private static Expr logSumExp(Expr logits) {
    Expr largest = logits.rowMax().detached();
    return logits.minus(largest).exp().rowSum().log().plus(largest);
  }

  @Override
  public int outputs(Target target) {
    int outputs = Margins.outputs(target, "focal");
    require(
        alpha.isEmpty() || outputs == 1,
        "alpha weighs two classes against each other, but the data has %s; leave it out, and give"
            + " training.class_weights",
        target.classes().size());
    return outputs;
  }

  @Override
  public Expr response(Expr prediction) {
    return Margins.response(prediction);
  }
}
