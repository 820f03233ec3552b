package dev.kassei.cli.gallery;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.analysis.Elementwise;
import java.util.Arrays;

/** One activation of a gallery, and its values. */
public record GalleryFunction(String title, Activation activation) {
  /** Values and derivatives, as many as points. */
  public record Curve(double[] values, double[] derivatives) {}

  /** A width that functions of pairs and of groups take, too. */
  private static final int EVEN_WIDTH = 100;

  public boolean isPointwise() {
    return Elementwise.is(activation);
  }

  /** Whether it makes as many numbers as it gets. */
  public boolean keepsWidth() {
    return isPointwise() || compiled(EVEN_WIDTH).outputs() == EVEN_WIDTH;
  }

  private FormulaFunction compiled(int width) {
    return FormulaFunction.of(activation, width, Precision.FLOAT64, Mode.INFERENCE);
  }

  /**
   * The values over a mesh of pre-activations; functions of whole rows run along each column of the
   * mesh, which is a fixed first input.
   */
  public double[][] surface(double[][] z) {
    return isPointwise() ? pointwise(z) : byColumns(z);
  }

  private double[][] pointwise(double[][] z) {
    return rows(compiled(1).value(flat(z)), z[0].length);
  }

  private double[][] byColumns(double[][] z) {
    FormulaFunction function = compiled(z.length);
    if (function.outputs() != z.length) {
      throw new UsageProblem(
          "%s has no surface: it makes %s numbers of %s. Choose activations that keep the width."
              .formatted(title, function.outputs(), z.length));
    }
    return transposed(rows(function.value(flat(transposed(z))), z.length));
  }

  /** The curve over points; functions of whole rows are given each point x as the row (x, 0). */
  public Curve curve(double[] x) {
    int width = isPointwise() ? 1 : 2;
    FormulaFunction function = compiled(width);
    double[] rows = everyNth(x, width);
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    double[] slopes = function.gradient(rows, everyNth(ones, function.outputs()));
    return new Curve(firsts(function.value(rows), function.outputs()), firsts(slopes, width));
  }

  /** Rows of a width that begin with the values, followed by zeros. */
  private static double[] everyNth(double[] values, int width) {
    double[] rows = new double[values.length * width];
    for (int i = 0; i < values.length; i++) {
      rows[i * width] = values[i];
    }
    return rows;
  }

  private static double[] firsts(double[] rows, int width) {
    double[] values = new double[rows.length / width];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i * width];
    }
    return values;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] rows(double[] values, int width) {
    double[][] result = new double[values.length / width][];
    for (int row = 0; row < result.length; row++) {
      result[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
    return result;
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][row] = rows[row][column];
      }
    }
    return columns;
  }
}
