package dev.kassei.benchmarks;

import dev.kassei.api.Activation;
import dev.kassei.api.Loss;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Team;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.loss.BinaryCrossEntropy;
import dev.kassei.builtins.loss.CrossEntropy;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.experiment.training.Network;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Forward, backward and update of a network in float32, inputs in place. */
final class TrainingStep implements Work {
  private final Plan plan;
  private final int rows;

  private TrainingStep(Plan plan, int rows) {
    this.plan = plan;
    this.rows = rows;
  }

  /**
   * A step by its name: {@code xor} is 2-8-1, tanh, SGD, four rows; {@code tabular} 30-32-32-2,
   * ReLU, Adam, 32 rows; {@code image} 784-256-256-10, ReLU, Adam, 128 rows; {@code -lanes} trains
   * 64 or 16 of them side by side.
   *
   * @param team the threads that share large steps
   */
  static TrainingStep of(String name, Team team) {
    return switch (name) {
      case "xor" -> of(xor(), 4, 1, 2, team);
      case "xor-lanes" -> of(xor(), 4, 64, 2, team);
      case "tabular" -> of(tabular(), 32, 1, 30, team);
      case "tabular-lanes" -> of(tabular(), 32, 16, 30, team);
      case "image" -> of(image(), 128, 1, 784, team);
      default -> throw new IllegalArgumentException("no network '" + name + "' is measured");
    };
  }

  /** The program of the network 2-8-1. */
  static Program xor() {
    return program(2, List.of(8), Expr::tanh, 1, new BinaryCrossEntropy(), new Sgd());
  }

  /** The program of the network 30-32-32-2. */
  static Program tabular() {
    return program(30, List.of(32, 32), x -> x.max(0), 2, new CrossEntropy(), new Adam());
  }

  /** The program of the network 784-256-256-10. */
  static Program image() {
    return program(784, List.of(256, 256), x -> x.max(0), 10, new CrossEntropy(), new Adam());
  }

  private static Program program(
      int features,
      List<Integer> hidden,
      Activation activation,
      int outputs,
      Loss loss,
      Optimizer optimizer) {
    List<String> classes = IntStream.range(0, Math.max(2, outputs)).mapToObj(i -> "c" + i).toList();
    var model = new Mlp(hidden, List.of(activation), Optional.empty(), new Initializers());
    var network = Network.of(model, loss, features, new Target(List.of("y"), classes));
    return Programs.training(
        network.response(), network.losses(), Optional.of(optimizer), OptionalDouble.empty());
  }

  private static TrainingStep of(Program program, int rows, int lanes, int features, Team team) {
    var options = PlanOptions.of(Precision.FLOAT32, rows).by(team);
    var step = new TrainingStep(new Plan(Collections.nCopies(lanes, program), options), rows);
    IntStream.range(0, lanes).forEach(lane -> step.fill(lane, features));
    return step;
  }

  private void fill(int lane, int features) {
    plan.initialize(lane, tensor -> CountedDraws.of(lane + 1, Purpose.WEIGHTS, tensor, 0));
    plan.setRate(lane, 1e-4);
    var draws = CountedDraws.of(lane + 1, "benchmark", Network.FEATURES, 0);
    for (int row = 0; row < rows; row++) {
      double[] x = new double[features];
      for (int i = 0; i < features; i++) {
        x[i] = draws.normal((long) row * features + i);
      }
      plan.input(Network.FEATURES, lane, row, x, 0);
      plan.input(Network.TARGETS, lane, row, new double[] {row % 2}, 0);
    }
  }

  @Override
  public void run() {
    plan.run(Entry.GRADIENT, rows);
    plan.run(Entry.UPDATE, rows);
  }
}
