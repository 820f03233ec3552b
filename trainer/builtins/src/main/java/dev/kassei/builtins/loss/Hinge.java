package dev.kassei.builtins.loss;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The hinge loss of support vector machines, from scores: max(0, 1 − x · s), where s is −1 for the
 * first of two classes and 1 for the second. With several classes max(0, 1 + max of the other
 * scores − score of the right class) (Crammer and Singer 2001). Its derivative at margin 1 is
 * between those of both sides. Scores are no probabilities: what stands for them in results is
 * sigmoid or softmax of the scores, which keeps their order.
 */
@PluginName(value = "hinge", title = "Hinge")
@Reference(
    "Crammer, Singer 2001, On the algorithmic implementation of multiclass kernel-based vector "
        + "machines, Journal of Machine Learning Research 2")
public record Hinge() implements Loss {
  @Override
  public Expr apply(Expr prediction, Expr target) {
    return shortfall(prediction, target, "hinge");
  }

  /** What the margin lacks to 1. */
  static Expr shortfall(Expr prediction, Expr target, String loss) {
    return Margins.of(prediction, target, Expr::rowMax, loss).negate().plus(1).max(0);
  }

  @Override
  public int outputs(Target target) {
    return Margins.outputs(target, "hinge");
  }

  @Override
  public Expr response(Expr prediction) {
    return Margins.response(prediction);
  }
}
