package dev.kassei.results;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor as files hold it, which is as PyTorch does: the weights of a layer are outputs × inputs,
 * those of a convolution outputs × inputs × taps, a single row is a vector.
 *
 * @param name such as {@code hidden.0.weight}
 * @param precision the format of its numbers in files
 * @param shape the dimensions
 * @param values the last dimension runs fastest; must not be modified
 */
public record Tensor(String name, Precision precision, List<Integer> shape, double[] values) {
  public Tensor {
    shape = List.copyOf(shape);
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    require(size == values.length, "%s: %s values for the shape %s", name, values.length, shape);
  }

  /**
   * A tensor of the engine, which multiplies rows from the right and so has weights as inputs ×
   * outputs.
   *
   * @param declaration how the formula declares it
   * @param values row by row, not modified
   */
  public static Tensor of(
      String name, Detail declaration, Shape shape, Precision precision, double[] values) {
    double[] stored =
        layout(declaration) instanceof Layout.Weights weights
            ? toFile(values, weights.tapCount(), shape)
            : values;
    return new Tensor(name, precision, dimensions(declaration, shape), stored);
  }

  /**
   * The values as the engine wants them, row by row.
   *
   * @throws IllegalArgumentException if a tensor of another shape is wanted
   */
  public double[] as(Detail declaration, Shape wanted) {
    List<Integer> dimensions = dimensions(declaration, wanted);
    require(
        shape.equals(dimensions),
        "'%s' should have the shape %s but has %s",
        name,
        dimensions,
        shape);
    return layout(declaration) instanceof Layout.Weights weights
        ? fromFile(values, weights.tapCount(), wanted)
        : values.clone();
  }

  private static List<Integer> dimensions(Detail declaration, Shape shape) {
    int rows = shape.rows().count();
    if (layout(declaration) instanceof Layout.Weights weights) {
      var dimensions = new ArrayList<>(List.of(shape.columns(), rows / weights.tapCount()));
      dimensions.addAll(weights.taps());
      return List.copyOf(dimensions);
    }
    return rows == 1 ? List.of(shape.columns()) : List.of(rows, shape.columns());
  }

  private static Layout layout(Detail declaration) {
    return declaration instanceof Detail.Parameter parameter ? parameter.layout() : Layout.PLAIN;
  }

  /** From (taps · inputs) × outputs to outputs × inputs × taps. */
  private static double[] toFile(double[] values, int taps, Shape shape) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[placeInFile(i, taps, shape)] = values[i];
    }
    return result;
  }

  private static double[] fromFile(double[] values, int taps, Shape shape) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[placeInFile(i, taps, shape)];
    }
    return result;
  }

  private static int placeInFile(int index, int taps, Shape shape) {
    int row = index / shape.columns();
    int output = index % shape.columns();
    int inputs = shape.rows().count() / taps;
    return (output * inputs + row % inputs) * taps + row / inputs;
  }
}
