package dev.kassei.benchmarks;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.sigmoidal.Sigmoid;
import dev.kassei.activations.sigmoidal.Tanh;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import java.util.List;
import java.util.Map;

/** An activation of normally distributed float32 values, mean 0 and standard deviation 2. */
final class ActivationPlan {
  private static final int WIDTH = 64;
  private static final String X = "x";
  private static final String DY = "dy";

  private final Plan plan;
  private final int rows;

  private ActivationPlan(Plan plan, int rows) {
    this.plan = plan;
    this.rows = rows;
  }

  /** What is computed. */
  enum Pass {
    /** y = f(x). */
    FORWARD(Entry.PREDICT),
    /** y = f(x) and dx = dy·f′(x). */
    BOTH(Entry.GRADIENT);

    private final Entry entry;

    Pass(Entry entry) {
      this.entry = entry;
    }
  }

  /** An activation by PyTorch's name for it, of {@code values} numbers, a multiple of 64. */
  static ActivationPlan of(String name, int values) {
    Expr x = Expr.input(X, Shape.batch(WIDTH));
    Expr dy = Expr.input(DY, Shape.batch(WIDTH));
    Expr y = activation(name).apply(x);
    Expr dx = Gradient.of(y, dy, List.of(x), Mode.TRAINING).get(0);
    int rows = values / WIDTH;
    var options = PlanOptions.of(Precision.FLOAT32, rows);
    return new ActivationPlan(new Plan(List.of(program(y, dx)), options), rows).fill();
  }

  /** A thing to do: one pass over all values. */
  Work work(Pass pass) {
    return () -> plan.run(pass.entry, rows);
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "relu" -> new Relu();
      case "tanh" -> new Tanh();
      case "sigmoid" -> new Sigmoid();
      case "gelu" -> new Gelu();
      case "silu" -> new Swish();
      case "mish" -> new Mish();
      case "softplus" -> new Softplus();
      case "elu" -> new Elu();
      default -> throw new IllegalArgumentException("no activation '" + name + "' is measured");
    };
  }

  private static Program program(Expr y, Expr dx) {
    var graph = new GraphBuilder();
    var outputs =
        Map.of(
            "inferred", graph.add(y, Mode.INFERENCE),
            "y", graph.add(y, Mode.TRAINING),
            "dx", graph.add(dx, Mode.TRAINING));
    var entries = Map.of(Entry.PREDICT, List.of("inferred"), Entry.GRADIENT, List.of("y", "dx"));
    return new Program(graph.build(), outputs, entries, Map.of());
  }

  private ActivationPlan fill() {
    var draws = CountedDraws.of(1, "benchmark", X, 0);
    for (int row = 0; row < rows; row++) {
      double[] x = new double[WIDTH];
      double[] dy = new double[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        x[i] = 2 * draws.normal((long) row * WIDTH + i);
        dy[i] = 1;
      }
      plan.input(X, 0, row, x, 0);
      plan.input(DY, 0, row, dy, 0);
    }
    return this;
  }
}
