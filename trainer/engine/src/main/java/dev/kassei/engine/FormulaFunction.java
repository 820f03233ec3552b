package dev.kassei.engine;

import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.List;

/** A layer compiled for rows of one width; its parameters hold their first values for seed 1. */
public final class FormulaFunction {
  private static final int MOST_ROWS = 1024;

  /** No value is computed for so many rows at a time that it has more numbers than this. */
  private static final int MOST_NUMBERS = 1 << 22;

  private static final String X = "x";
  private static final String COTANGENT = "dy";

  private final Plan plan;
  private final int chunk;
  private final int width;
  private final int outputs;

  private FormulaFunction(Plan plan, int chunk, int width, int outputs) {
    this.plan = plan;
    this.chunk = chunk;
    this.width = width;
    this.outputs = outputs;
  }

  /**
   * Compiles a layer.
   *
   * @param width the number of columns of its input
   * @throws IllegalArgumentException if the layer cannot take that width, or its values do not fit
   *     into the memory
   */
  public static FormulaFunction of(Layer layer, int width, Precision precision, Mode mode) {
    return of(layer, width, precision, mode, Execution.AUTO);
  }

  /** As {@link #of(Layer, int, Precision, Mode)}, with certain kernels. */
  public static FormulaFunction of(
      Layer layer, int width, Precision precision, Mode mode, Execution execution) {
    Expr x = Expr.input(X, Shape.batch(width));
    Expr result = ContractException.returned(layer.apply(x), layer, "apply");
    FormulaSize.required(result);
    Expr y = result.broadcast(Shape.batch(result.width()));
    Expr cotangent = Expr.input(COTANGENT, y.shape());
    Program program = Programs.function(y, x, cotangent, mode);
    int chunk = chunk(y);
    try {
      var plan = new Plan(List.of(program), PlanOptions.of(precision, chunk).by(execution));
      plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
      return new FormulaFunction(plan, chunk, width, y.width());
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw new IllegalArgumentException("its values do not fit into the memory of Java", e);
    }
  }

  private static int chunk(Expr y) {
    long largest =
        Traversal.operandsFirst(List.of(y)).stream()
            .mapToLong(node -> (long) node.shape().rows().count() * node.width())
            .max()
            .orElse(1);
    return (int) Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / largest));
  }

  /** The number of columns of the result. */
  public int outputs() {
    return outputs;
  }

  /** The values: rows × width in, rows × outputs out, row by row; {@code x} is not modified. */
  public double[] value(double[] x) {
    double[] y = new double[x.length / width * outputs];
    for (int from = 0; from < rows(x); from += chunk) {
      int rows = Math.min(chunk, rows(x) - from);
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
    for (int from = 0; from < rows(x); from += chunk) {
      int rows = Math.min(chunk, rows(x) - from);
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
