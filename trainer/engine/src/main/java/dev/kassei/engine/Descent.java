package dev.kassei.engine;

import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * An optimizer at work without data: it lowers the sum of one loss of each of two weights, which
 * start as draws from the standard normal distribution.
 */
public final class Descent {
  private static final List<String> WEIGHTS = List.of("first", "second");
  private static final Initializer STANDARD = (fans, draws, index) -> draws.normal(index);

  private final Plan plan;

  /**
   * Makes the weights.
   *
   * @param size the numbers of each weight, 1 × size
   * @param loss the loss of a weight, a scalar
   */
  public Descent(Optimizer optimizer, int size, UnaryOperator<Expr> loss, Precision precision) {
    Expr losses =
        WEIGHTS.stream()
            .map(name -> Expr.constant(0).at("").parameter(name, Shape.fixed(1, size), STANDARD))
            .map(loss)
            .reduce(Expr::plus)
            .orElseThrow();
    var program = Programs.training(losses, losses, Optional.of(optimizer), OptionalDouble.empty());
    plan = new Plan(List.of(program), PlanOptions.of(precision, 1));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
  }

  /** Takes one step. */
  public void step(double rate) {
    plan.setRate(0, rate);
    plan.run(Entry.GRADIENT, 1);
    plan.run(Entry.UPDATE, 1);
  }

  /** The present loss, in inference. */
  public double loss() {
    plan.run(Entry.EVALUATE, 1);
    return plan.scalar(Programs.LOSSES, 0);
  }

  /** The present numbers of both weights in training. */
  public double[] weights() {
    return numbers(name -> plan.tensors().read(name, 0));
  }

  /** The present numbers of both weights in inference. */
  public double[] inferenceWeights() {
    return numbers(plan.inferenceTensors(0)::get);
  }

  private static double[] numbers(Function<String, double[]> weights) {
    return WEIGHTS.stream().map(weights).flatMapToDouble(DoubleStream::of).toArray();
  }

  /** The present numbers of what the optimizer remembers under this name. */
  public double[] slot(String name) {
    return plan.tensors().read(name, 0);
  }

  /** The names of what the optimizer remembers. */
  public List<String> slots() {
    return plan.tensors().names().stream()
        .filter(name -> plan.tensors().declaration(name) instanceof Detail.State)
        .toList();
  }
}
