package dev.kassei.trainer.training;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/**
 * A model and a loss as formulas of the inputs {@link #FEATURES} and {@link #TARGETS}.
 *
 * @param prediction what the model returns, batch × outputs
 * @param response what a reader of predictions wants, batch × outputs
 * @param losses the loss of each row, batch × 1
 */
public record Network(Expr prediction, Expr response, Expr losses) {
  /** The input that holds the features. */
  public static final String FEATURES = "features";

  /** The input that holds the targets. */
  public static final String TARGETS = "targets";

  /**
   * Builds the formulas.
   *
   * @param features the number of features
   * @throws IllegalArgumentException if model, loss and data do not fit together
   */
  public static Network of(Model model, Loss loss, int features, Target target) {
    int outputs = loss.outputs(target);
    Expr prediction = model.apply(Expr.input(FEATURES, Shape.batch(features)), outputs);
    require(
        prediction.shape().equals(Shape.batch(outputs)),
        "the loss needs %s from the model, which returns %s",
        Shape.batch(outputs),
        prediction.shape());
    Expr losses = loss.apply(prediction, Expr.input(TARGETS, Shape.batch(target.columns())));
    require(
        losses.shape().equals(Shape.batch(1)),
        "a loss returns one value a row, but this one returns %s",
        losses.shape());
    return new Network(prediction, loss.response(prediction), losses);
  }

  /** The number of predicted columns. */
  public int outputs() {
    return prediction.width();
  }
}
