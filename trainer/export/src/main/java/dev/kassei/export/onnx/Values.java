package dev.kassei.export.onnx;

import dev.kassei.api.expr.Shape;
import dev.kassei.export.network.ExportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values that were written, by number, in the order of axes that a reader wants. Mutable. */
final class Values {
  private final GraphWriter graph;
  private final Map<Integer, Matrix> matrices = new HashMap<>();
  private final Map<Integer, Double> constants = new HashMap<>();

  Values(GraphWriter graph) {
    this.graph = graph;
  }

  void put(int number, Matrix matrix) {
    matrices.put(number, matrix);
  }

  /** A number, which pointwise operators take without an axis, and all others in one of one. */
  void put(int number, double constant) {
    constants.put(number, constant);
    Matrix matrix = Matrix.channelsLast(row(constant), Shape.SCALAR);
    put(number, matrix);
  }

  boolean isConstant(int number) {
    return constants.containsKey(number);
  }

  Matrix get(int number) {
    return matrices.get(number);
  }

  /** A value with its channels last. */
  String last(int number) {
    return last(get(number));
  }

  String last(Matrix matrix) {
    return isFirst(matrix) ? moved(matrix, 1, matrix.rank()) : matrix.name();
  }

  /** A value with its channels first, which a single row of columns has before single positions. */
  String first(int number, int positions) {
    Matrix matrix = get(number);
    if (matrix.hasPositions()) {
      return isFirst(matrix) ? matrix.name() : moved(matrix, matrix.rank() - 1, 1);
    }
    if (matrix.shape().columns() == 1) {
      return matrix.name();
    }
    List<Integer> axes = IntStream.rangeClosed(1, positions).boxed().toList();
    return graph.node("Unsqueeze", List.of(matrix.name(), integers(axes)));
  }

  private static boolean isFirst(Matrix matrix) {
    return matrix.axes() == Matrix.Axes.CHANNELS_FIRST && matrix.hasPositions();
  }

  private String moved(Matrix matrix, int from, int to) {
    var order = new ArrayList<>(IntStream.range(0, matrix.rank()).boxed().toList());
    order.remove(Integer.valueOf(from));
    order.add(Math.min(to, order.size()), from);
    return transposed(matrix.name(), order);
  }

  String transposed(String name, List<Integer> order) {
    return graph.node("Transpose", List.of(name), Attributes.integers("perm", order));
  }

  /** A value of fixed rows with an axis of rows, also where that is a single one. */
  String rows(int number) {
    Matrix matrix = get(number);
    return matrix.rank() == 1
        ? graph.node("Unsqueeze", List.of(matrix.name(), integers(List.of(0))))
        : last(matrix);
  }

  /** Values in one order of axes, that which most of them would otherwise be moved from. */
  Operands operands(List<Integer> numbers) {
    int positions = numbers.stream().mapToInt(each -> get(each).positions()).max().orElse(0);
    boolean isAnyFirst = numbers.stream().anyMatch(each -> isFirst(get(each)));
    var names = new ArrayList<String>();
    for (int each : numbers) {
      names.add(
          isConstant(each)
              ? number(constants.get(each))
              : isAnyFirst ? first(each, positions) : last(each));
    }
    return new Operands(names, isAnyFirst ? Matrix.Axes.CHANNELS_FIRST : Matrix.Axes.CHANNELS_LAST);
  }

  /**
   * Tensors whose axes fit together.
   *
   * @param names of the tensors
   * @param axes of all of them
   */
  record Operands(List<String> names, Matrix.Axes axes) {}

  /** A constant list, as operators take axes and shapes. */
  String integers(List<Integer> values) {
    String hint = String.join("x", values.stream().map(Object::toString).toList());
    return graph.constant("i" + hint, Tensors.integers(values));
  }

  /** A constant number. */
  String number(double value) {
    return graph.constant(Double.toString(value), Tensors.float32(List.of(), value));
  }

  private String row(double value) {
    return graph.constant(Double.toString(value), Tensors.float32(List.of(1), value));
  }

  /** The dimensions of a shape, channels last; 0 is the batch, which stays as it is. */
  static List<Integer> dimensions(Shape shape) {
    var dimensions = new ArrayList<Integer>();
    if (shape.rows().batched()) {
      dimensions.add(0);
    }
    dimensions.addAll(shape.rows().sizes());
    dimensions.add(shape.columns());
    return dimensions;
  }

  static ExportException refused(String place, String what) {
    return new ExportException(
        "ONNX has no form of '%s': %s".formatted(place.isEmpty() ? "the model" : place, what));
  }
}
