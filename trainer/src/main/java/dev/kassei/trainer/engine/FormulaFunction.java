package dev.kassei.trainer.engine;

import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Execution;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.plan.PlanOptions;
import dev.kassei.trainer.engine.plan.Program;
import dev.kassei.trainer.engine.random.CountedDraws;
import java.util.List;

/** A layer compiled for rows of one width; its parameters hold their first values for seed 1. */
public final class FormulaFunction {
  private static final int CHUNK = 1024;
  private static final String X = "x";
  private static final String COTANGENT = "dy";

  private final Plan plan;
  private final int width;
  private final int outputs;

  private FormulaFunction(Plan plan, int width, int outputs) {
    this.plan = plan;
    this.width = width;
    this.outputs = outputs;
  }

  /**
   * Compiles a layer.
   *
   * @param width the number of columns of its input
   * @throws IllegalArgumentException if the layer cannot take that width
   */
  public static FormulaFunction of(Layer layer, int width, Precision precision, Mode mode) {
    return of(layer, width, precision, mode, Execution.AUTO);
  }

  /** As {@link #of(Layer, int, Precision, Mode)}, with certain kernels. */
  public static FormulaFunction of(
      Layer layer, int width, Precision precision, Mode mode, Execution execution) {
    Expr x = Expr.input(X, Shape.batch(width));
    Expr result = layer.apply(x);
    Expr y = result.broadcast(Shape.batch(result.width()));
    Expr cotangent = Expr.input(COTANGENT, y.shape());
    Program program = Programs.function(y, x, cotangent, mode);
    var plan = new Plan(List.of(program), PlanOptions.of(precision, CHUNK).by(execution));
    plan.initialize(0, name -> CountedDraws.of(1, "weights", name, 0));
    return new FormulaFunction(plan, width, y.width());
  }

  /** The number of columns of the result. */
  public int outputs() {
    return outputs;
  }

  /** The values: rows × width in, rows × outputs out, row by row; {@code x} is not modified. */
  public double[] value(double[] x) {
    double[] y = new double[x.length / width * outputs];
    for (int from = 0; from < rows(x); from += CHUNK) {
      int rows = Math.min(CHUNK, rows(x) - from);
      fill(X, x, from, rows);
      plan.run(Entry.PREDICT, rows);
      System.arraycopy(
          plan.output(Programs.RESPONSE, 0, rows), 0, y, from * outputs, rows * outputs);
    }
    return y;
  }

  /** The gradient of the sum of dy · y with respect to x, rows × width. */
  public double[] gradient(double[] x, double[] dy) {
    double[] dx = new double[x.length];
    for (int from = 0; from < rows(x); from += CHUNK) {
      int rows = Math.min(CHUNK, rows(x) - from);
      fill(X, x, from, rows);
      fill(COTANGENT, dy, from, rows);
      plan.run(Entry.GRADIENT, rows);
      System.arraycopy(
          plan.output(Programs.gradientOf(X), 0, rows), 0, dx, from * width, rows * width);
    }
    return dx;
  }

  private int rows(double[] x) {
    return x.length / width;
  }

  private void fill(String name, double[] values, int from, int rows) {
    if (plan.hasInput(name)) {
      plan.inputs(name, 0, values, from, rows);
    }
  }
}
