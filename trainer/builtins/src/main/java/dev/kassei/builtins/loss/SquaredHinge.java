package dev.kassei.builtins.loss;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The square of {@code hinge}: max(0, 1 − x · s)², which is smooth at margin 1; with several
 * classes the square of their hinge. What stands for probabilities in results is sigmoid or softmax
 * of the scores.
 */
@PluginName(value = "squared_hinge", title = "Squared hinge")
@Reference("Tang 2013, Deep learning using linear support vector machines, arXiv:1306.0239")
public record SquaredHinge() implements Loss {
  @Override
  public Expr apply(Expr prediction, Expr target) {
    return Hinge.shortfall(prediction, target, "squared_hinge").square();
  }

  @Override
  public int outputs(Target target) {
    return Margins.outputs(target, "squared_hinge");
  }

  @Override
  public Expr response(Expr prediction) {
    return Margins.response(prediction);
  }
}
