package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * Targets as numbers. A class is the number 0 or 1 in one column, or 1 in its own column among
 * zeros.
 */
final class NumberTargets {
  private NumberTargets() {}

  /** The number of columns to predict where classes may be learned as numbers, too. */
  static int outputs(Target target) {
    return target.isClasses() && target.classes().size() > 2
        ? target.classes().size()
        : target.columns();
  }

  /**
   * The number of columns to predict where classes cannot be learned.
   *
   * @param loss the name of the loss, for the message
   */
  static int outputsWithoutClasses(Target target, String loss) {
    require(
        !target.isClasses(),
        "%s needs numbers, but the target %s is one of %s classes; choose loss: cross_entropy",
        loss,
        target.names(),
        target.classes().size());
    return target.columns();
  }

  /**
   * Prediction − target, column by column.
   *
   * @param loss the name of the loss, for the message
   */
  static Expr errors(Expr prediction, Expr target, String loss) {
    return prediction.minus(expected(target, prediction.width(), loss));
  }

  private static Expr expected(Expr target, int columns, String loss) {
    boolean oneHot = target.width() == 1 && columns > 1;
    require(
        oneHot || target.width() == columns,
        "%s compares column by column, but the prediction has %s columns and the target %s",
        loss,
        columns,
        target.width());
    return oneHot ? target.oneHot(columns) : target;
  }
}
