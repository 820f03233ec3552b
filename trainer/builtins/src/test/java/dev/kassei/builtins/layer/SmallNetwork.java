package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.builtins.model.Sequential;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A network with the mean squared error, and a few rows to train it with. */
final class SmallNetwork {
  private final Plan plan;
  private final int rows;

  /**
   * A network with drawn weights.
   *
   * @param input the shape of the features
   * @param lanes how many networks of this kind stand side by side, with seeds from 1 on
   */
  SmallNetwork(
      Model model, Shape input, int outputs, Optimizer optimizer, PlanOptions options, int lanes) {
    Expr prediction = model.apply(Expr.input("x", input), outputs);
    Expr losses = new MeanSquaredError().apply(prediction, Expr.input("y", Shape.batch(outputs)));
    Program program =
        Programs.training(prediction, losses, Optional.of(optimizer), OptionalDouble.empty());
    this.plan = new Plan(Collections.nCopies(lanes, program), options);
    this.rows = options.capacity();
    for (int lane = 0; lane < lanes; lane++) {
      int seed = lane + 1;
      plan.initialize(lane, name -> CountedDraws.of(seed, Purpose.WEIGHTS, name, 0));
      plan.setNoiseSeed(lane, seed);
      plan.setRate(lane, optimizer.learningRate());
    }
  }

  static Model sequential(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  static SmallNetwork float64(
      Model model, Shape input, int outputs, Optimizer optimizer, int rows) {
    PlanOptions options = PlanOptions.of(Precision.FLOAT64, rows);
    return new SmallNetwork(model, input, outputs, optimizer, options, 1);
  }

  Plan plan() {
    return plan;
  }

  /** Sets the rows of all lanes. */
  SmallNetwork with(double[] features, double[] targets) {
    for (int lane = 0; lane < plan.lanes(); lane++) {
      plan.inputs("x", lane, features, 0, rows);
      plan.inputs("y", lane, targets, 0, rows);
    }
    return this;
  }

  /** The loss before a step, of the first lane. */
  double loss() {
    plan.run(Entry.GRADIENT, rows);
    return plan.scalar(Programs.LOSS, 0);
  }

  /** Takes a step and returns the loss before it. */
  double step() {
    double loss = loss();
    plan.run(Entry.UPDATE, rows);
    return loss;
  }

  /** The predictions of the first lane as in inference, row by row. */
  double[] predictions() {
    plan.run(Entry.EVALUATE, rows);
    return plan.output(Programs.RESPONSE, 0, rows);
  }

  /** The names of the trainable tensors. */
  List<String> parameters() {
    return plan.tensors().names().stream()
        .filter(name -> plan.tensors().declaration(name) instanceof Detail.Parameter)
        .toList();
  }

  /** The gradient of a parameter of the first lane after {@link #loss}. */
  double[] gradient(String parameter) {
    return plan.output(Programs.gradientOf(parameter), 0, rows);
  }
}
