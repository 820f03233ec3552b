package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import java.util.function.UnaryOperator;

/**
 * By how much scores prefer the right answer: of two classes the score with the sign of the class,
 * of several the score of the right class minus what the others have.
 */
final class Margins {
  private Margins() {}

  /**
   * The margins, of which higher ones are better.
   *
   * @param prediction batch × 1 for two classes, batch × classes for several
   * @param target batch × 1, class numbers
   * @param others what the scores of other classes amount to, batch × classes to batch × 1; that of
   *     the right class is −∞ among them
   * @param loss the name of the loss, for the message
   */
  static Expr of(Expr prediction, Expr target, UnaryOperator<Expr> others, String loss) {
    require(
        target.width() == 1,
        "%s needs one class number, but the target has %s columns",
        loss,
        target.width());
    if (prediction.width() == 1) {
      return prediction.times(target.times(2).minus(1));
    }
    Expr isClass = target.oneHot(prediction.width());
    Expr right = Expr.where(isClass, prediction, Expr.constant(0)).rowSum();
    Expr wrong = Expr.where(isClass, Expr.constant(Double.NEGATIVE_INFINITY), prediction);
    return right.minus(others.apply(wrong));
  }

  /** The number of scores: one for two classes, else one a class. */
  static int outputs(Target target, String loss) {
    require(
        target.isClasses() && target.classes().size() > 1,
        "%s tells classes apart, but the target %s has %s; choose loss: mse, or say that the numbers"
            + " are classes (csv: task: classification)",
        loss,
        target.names(),
        target.isClasses() ? "only " + target.classes() : "numbers");
    return NumberTargets.outputs(target);
  }

  /**
   * Scores as numbers between 0 and 1, in the same order: sigmoid of one score, softmax of several.
   */
  static Expr response(Expr prediction) {
    return prediction.width() == 1 ? prediction.sigmoid() : Logits.softmax(prediction);
  }
}
