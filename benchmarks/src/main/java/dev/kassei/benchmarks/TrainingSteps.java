package dev.kassei.benchmarks;

import dev.kassei.api.Activation;
import dev.kassei.api.Loss;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.plan.PlanOptions;
import dev.kassei.trainer.engine.plan.Program;
import dev.kassei.trainer.engine.plan.Team;
import dev.kassei.trainer.engine.random.CountedDraws;
import dev.kassei.trainer.initializer.Initializers;
import dev.kassei.trainer.loss.BinaryCrossEntropy;
import dev.kassei.trainer.loss.CrossEntropy;
import dev.kassei.trainer.model.Mlp;
import dev.kassei.trainer.optimizer.Adam;
import dev.kassei.trainer.optimizer.Sgd;
import dev.kassei.trainer.training.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Training steps a second of three networks in float32 on one thread, inputs in place: prints {@code
 * name steps/s samples/s bytes-allocated-a-step}, the median of five rounds of a second after two of
 * warming. {@code -Dthreads=N} shares large steps between threads.
 */
public final class TrainingSteps {
  private static final int ROUNDS = 5;
  private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "1"));

  private final String name;
  private final Plan plan;
  private final int rows;

  private TrainingSteps(String name, Program program, int rows, int lanes) {
    this.name = name;
    this.rows = rows;
    this.plan =
        new Plan(
            Collections.nCopies(lanes, program),
            PlanOptions.of(Precision.FLOAT32, rows).by(new Team(Integer.getInteger("threads", 1))));
  }

  /** Measures the networks whose names are given, or all. */
  public static void main(String[] names) {
    List<String> wanted = Arrays.asList(names);
    for (String name : List.of("xor", "xor-lanes", "tabular", "tabular-lanes", "image")) {
      if (wanted.isEmpty() || wanted.contains(name)) {
        of(name).print();
      }
    }
  }

  private static TrainingSteps of(String name) {
    return switch (name) {
      case "xor" -> xor(name, 1);
      case "xor-lanes" -> xor(name, 64);
      case "tabular" -> tabular(name, 1);
      case "tabular-lanes" -> tabular(name, 16);
      default -> {
        Program image =
            program(784, List.of(256, 256), x -> x.max(0), 10, new CrossEntropy(), new Adam());
        yield new TrainingSteps(name, image, 128, 1).fill(784, 10);
      }
    };
  }

  private static TrainingSteps xor(String name, int lanes) {
    Program program =
        program(2, List.of(8), Expr::tanh, 1, new BinaryCrossEntropy(), new Sgd());
    return new TrainingSteps(name, program, 4, lanes).fill(2, 2);
  }

  private static TrainingSteps tabular(String name, int lanes) {
    Program program =
        program(30, List.of(32, 32), x -> x.max(0), 2, new CrossEntropy(), new Adam());
    return new TrainingSteps(name, program, 32, lanes).fill(30, 2);
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

  private TrainingSteps fill(int features, int classes) {
    for (int lane = 0; lane < plan.lanes(); lane++) {
      int seed = lane + 1;
      plan.initialize(lane, tensor -> CountedDraws.of(seed, "weights", tensor, 0));
      plan.setRate(lane, 1e-4);
      var draws = CountedDraws.of(seed, "data", "", 0);
      for (int row = 0; row < rows; row++) {
        double[] x = new double[features];
        for (int i = 0; i < features; i++) {
          x[i] = draws.normal((long) row * features + i);
        }
        plan.input(Network.FEATURES, lane, row, x, 0);
        plan.input(Network.TARGETS, lane, row, new double[] {row % classes}, 0);
      }
    }
    return this;
  }

  private void print() {
    double[] rates = new double[ROUNDS];
    long bytes = 0;
    for (int round = -2; round < ROUNDS; round++) {
      long allocated = allocated();
      long steps = 0;
      long start = System.nanoTime();
      double spent = 0;
      while (spent < SECONDS) {
        for (int i = 0; i < 16; i++) {
          plan.run(Entry.GRADIENT, rows);
          plan.run(Entry.UPDATE, rows);
        }
        steps += 16;
        spent = (System.nanoTime() - start) * 1e-9;
      }
      bytes = (allocated() - allocated) / steps;
      if (round >= 0) {
        rates[round] = steps / spent * plan.lanes();
      }
    }
    Arrays.sort(rates);
    double median = rates[ROUNDS / 2];
    System.out.printf("%s %.0f %.0f %d%n", name, median, median * rows, bytes);
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
