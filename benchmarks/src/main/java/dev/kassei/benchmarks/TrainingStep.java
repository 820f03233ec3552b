package dev.kassei.benchmarks;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Loss;
import dev.kassei.api.Model;
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
import dev.kassei.builtins.layer.BatchNorm;
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

/** Forward, backward and mostly update of a network in float32, inputs in place. */
final class TrainingStep implements Work {
  private final Plan plan;
  private final int rows;
  private final List<Entry> entries;

  private TrainingStep(Plan plan, int rows, List<Entry> entries) {
    this.plan = plan;
    this.rows = rows;
    this.entries = entries;
  }

  /**
   * A step by its name: {@code xor} is 2-8-1, tanh, SGD, four rows; {@code tabular} 30-32-32-2,
   * ReLU, Adam, 32 rows; {@code image} 784-256-256-10, ReLU, Adam, 128 rows, {@code
   * image-dropout} and {@code image-norm} the same with dropout or batch normalization; {@code
   * lenet} is {@link LeNet} with ReLU, 128 rows, without an update; {@code chains} 4-32-16-4, tanh,
   * 10,000 rows, without an update; {@code -lanes} trains 64 or 16 side by side.
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
      case "image-dropout" -> of(image(Optional.empty(), 0.5), 128, 1, 784, team);
      case "image-norm" -> of(image(Optional.of(new BatchNorm()), 0), 128, 1, 784, team);
      case "lenet" -> of(lenet(), 128, 1, 784, team, List.of(Entry.GRADIENT));
      case "chains" -> of(chains(), 10_000, 1, 4, team, List.of(Entry.GRADIENT));
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

  private static Program image(Optional<Layer> norm, double dropout) {
    List<Activation> relu = List.of(x -> x.max(0));
    var model =
        new Mlp(
            List.of(256, 256), relu, Optional.empty(), new Initializers(), norm, dropout, 0);
    return program(model, 784, 10, new CrossEntropy(), Optional.of(new Adam()));
  }

  /** The network by which SimpleChains is measured. */
  private static Program chains() {
    return program(4, List.of(32, 16), Expr::tanh, 4, new CrossEntropy(), new Sgd());
  }

  private static Program lenet() {
    return program(new LeNet(x -> x.max(0)), 784, 10, new CrossEntropy(), Optional.empty());
  }

  private static Program program(
      int features,
      List<Integer> hidden,
      Activation activation,
      int outputs,
      Loss loss,
      Optimizer optimizer) {
    var model = new Mlp(hidden, List.of(activation), Optional.empty(), new Initializers());
    return program(model, features, outputs, loss, Optional.of(optimizer));
  }

  private static Program program(
      Model model, int features, int outputs, Loss loss, Optional<Optimizer> optimizer) {
    List<String> classes = IntStream.range(0, Math.max(2, outputs)).mapToObj(i -> "c" + i).toList();
    var network = Network.of(model, loss, features, new Target(List.of("y"), classes));
    return Programs.training(
        network.response(), network.losses(), optimizer, OptionalDouble.empty());
  }

  private static TrainingStep of(Program program, int rows, int lanes, int features, Team team) {
    return of(program, rows, lanes, features, team, List.of(Entry.GRADIENT, Entry.UPDATE));
  }

  private static TrainingStep of(
      Program program, int rows, int lanes, int features, Team team, List<Entry> entries) {
    var options = PlanOptions.of(Precision.FLOAT32, rows).by(team);
    var plan = new Plan(Collections.nCopies(lanes, program), options);
    var step = new TrainingStep(plan, rows, entries);
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
    for (int i = 0; i < entries.size(); i++) { // without an iterator per step
      plan.run(entries.get(i), rows);
    }
  }
}
