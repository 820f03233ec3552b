package dev.kassei.experiment.training;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.ImageShape;
import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.LayerException;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.FormulaSize;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.data.SplitData;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** The input that holds how much each row counts, where rows count differently. */
  public static final String WEIGHTS = "weights";

  /**
   * Builds the formulas for rows of features that are no images.
   *
   * @param features the number of features
   * @throws ExperimentException if model, loss and data do not fit together
   */
  public static Network of(Model model, Loss loss, int features, Target target) {
    return of(model, loss, Shape.batch(features), target);
  }

  /**
   * Builds the formulas for data, whose images have a row for each pixel.
   *
   * @throws ExperimentException if model, loss and data do not fit together
   */
  static Network of(Model model, Loss loss, SplitData data) {
    return of(model, loss, data.image(), data.width(), data.target());
  }

  /**
   * Builds the formulas for rows, which may be images.
   *
   * @param image their shape; empty if they are none
   * @param features the number of features
   * @throws ExperimentException if model, loss and data do not fit together
   */
  public static Network of(
      Model model, Loss loss, Optional<ImageShape> image, int features, Target target) {
    return of(model, loss, image.map(Network::shape).orElse(Shape.batch(features)), target);
  }

  private static Shape shape(ImageShape image) {
    return new Shape(Rows.BATCH.times(image.height(), image.width()), image.channels());
  }

  private static Network of(Model model, Loss loss, Shape features, Target target) {
    int outputs = part("loss", () -> loss.outputs(target));
    Expr input = Expr.input(FEATURES, features);
    Expr prediction = part("model", () -> described(() -> prediction(model, input, outputs)));
    Expr targets = Expr.input(TARGETS, Shape.batch(target.columns()));
    Expr losses = part("loss", () -> losses(loss, prediction, targets));
    Expr response = part("loss", () -> response(loss, prediction));
    return new Network(prediction, response, losses);
  }

  private static Expr prediction(Model model, Expr input, int outputs) {
    Expr prediction = ContractException.returned(model.apply(input, outputs), model, "apply");
    if (!prediction.shape().equals(Shape.batch(outputs))) {
      throw new LayerException(
          "outputs",
          prediction,
          "the loss needs %s from the model, which returns %s"
              .formatted(Shape.batch(outputs), prediction.shape()));
    }
    FormulaSize.required(prediction);
    SharedNames.require(model, prediction);
    requireNames(prediction);
    return prediction;
  }

  /** Refuses different tensors of one name, which only the whole network shows. */
  private static void requireNames(Expr prediction) {
    var graph = new GraphBuilder();
    graph.add(prediction, Mode.TRAINING);
    graph.add(prediction, Mode.INFERENCE);
  }

  /** A model; where it cannot be built, the layers that could be are listed. */
  private static Expr described(Supplier<Expr> model) {
    try {
      return model.get();
    } catch (LayerException e) {
      throw new IllegalArgumentException(LayerFault.describe(e), e);
    }
  }

  private static Expr losses(Loss loss, Expr prediction, Expr targets) {
    Expr losses = ContractException.returned(loss.apply(prediction, targets), loss, "apply");
    require(
        losses.shape().equals(Shape.batch(1)),
        "a loss returns one value per row, but this one returns %s",
        losses.shape());
    return FormulaSize.required(losses);
  }

  private static Expr response(Loss loss, Expr prediction) {
    return FormulaSize.required(
        ContractException.returned(loss.response(prediction), loss, "response"));
  }

  /**
   * The same, whose mean loss in training is Σ weight · loss / Σ weight. The rows of a batch are
   * scaled for that; one whose weights are all 0 has loss 0. In inference losses are as they are.
   */
  Network weighted() {
    Expr weights = Expr.input(WEIGHTS, Shape.batch(1));
    Expr sum = weights.sum();
    Expr share = weights.over(Expr.where(sum.equalTo(Expr.constant(0)), Expr.constant(1), sum));
    Expr scaled = losses.times(share).times(losses.rowCount());
    return new Network(prediction, response, scaled.byMode(losses));
  }

  private static <T> T part(String path, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(path, e);
    } catch (ArithmeticException e) {
      throw new ExperimentException(
          path,
          "the sizes of its matrices cannot be computed (%s); take smaller ones"
              .formatted(e.getMessage()));
    }
  }

  /** The number of predicted columns. */
  public int outputs() {
    return prediction.width();
  }
}
