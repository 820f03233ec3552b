package dev.kassei.export.onnx;

import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Writes sums, largest values and products of matrices. */
final class Reductions {
  private final GraphWriter graph;
  private final Values values;

  Reductions(GraphWriter graph, Values values) {
    this.graph = graph;
    this.values = values;
  }

  Matrix write(Node node) {
    int a = node.operands().get(0);
    Matrix x = values.get(a);
    return switch (node.operation()) {
      case ROW_SUM -> overColumns("ReduceSum", node, x);
      case ROW_MAX -> overColumns("ReduceMax", node, x);
      case FIRST_MAX -> firstMax(node, values.last(x), -1, List.of(x.shape().columns()));
      case COLUMN_SUM -> overRows(node, x);
      case SUM -> sum(node, x);
      case INNER_SUM -> overPositions("ReduceSum", node, x);
      case INNER_MAX -> overPositions("ReduceMax", node, x);
      case INNER_FIRST_MAX ->
          firstMax(node, values.rows(a), -2, List.of(x.shape().rows().inner(), 1));
      default -> product(node, a, node.operands().get(1));
    };
  }

  private Matrix overColumns(String operator, Node node, Matrix x) {
    String name =
        graph.node(
            operator,
            List.of(x.name(), values.integers(List.of(x.columnAxis()))),
            Attributes.integer("keepdims", 1));
    return new Matrix(name, node.shape(), x.axes());
  }

  /** A single fixed row is its own sum. */
  private Matrix overPositions(String operator, Node node, Matrix x) {
    if (x.rank() == 1) {
      return x;
    }
    int axis = x.columnAxis() == 1 && x.rank() > 2 ? x.rank() - 1 : x.rank() - 2;
    String name =
        graph.node(
            operator,
            List.of(x.name(), values.integers(List.of(axis))),
            Attributes.integer("keepdims", 0));
    return new Matrix(name, node.shape(), x.axes());
  }

  private Matrix overRows(Node node, Matrix x) {
    return x.rank() == 1
        ? x
        : Matrix.channelsLast(summed(values.last(x), x.rank() - 1), node.shape());
  }

  private Matrix sum(Node node, Matrix x) {
    String sum = summed(values.last(x), x.rank());
    String row = graph.node("Reshape", List.of(sum, values.integers(List.of(1))));
    return Matrix.channelsLast(row, node.shape());
  }

  /** Over the first axes, which vanish. */
  private String summed(String x, int axes) {
    List<Integer> first = IntStream.range(0, axes).boxed().toList();
    return graph.node(
        "ReduceSum", List.of(x, values.integers(first)), Attributes.integer("keepdims", 0));
  }

  private Matrix firstMax(Node node, String x, int axis, List<Integer> shape) {
    String largest =
        graph.node(
            "ArgMax",
            List.of(x),
            Attributes.integer("axis", axis),
            Attributes.integer("keepdims", 1));
    String number = graph.node("Cast", List.of(largest), Types.to(Types.FLOAT));
    double[] places = IntStream.range(0, shape.get(0)).asDoubleStream().toArray();
    String here = graph.constant("places", Tensors.float32(shape, places));
    String isLargest = graph.node("Equal", List.of(number, here));
    return Matrix.channelsLast(
        graph.node("Cast", List.of(isLargest), Types.to(Types.FLOAT)), node.shape());
  }

  private Matrix product(Node node, int a, int b) {
    String left = values.get(a).rank() == 1 ? values.rows(a) : values.last(a);
    String right = values.rows(b);
    String name =
        switch (node.operation()) {
          case MATMUL, INNER_MATMUL -> matmul(left, right);
          case MATMUL_NT, INNER_MATMUL_NT -> matmul(left, swapped(right, values.get(b)));
          case INNER_MATMUL_TN -> matmul(swapped(left, values.get(a)), right);
          case MATMUL_TN -> matmul(swapped(flat(left, a), 2), flat(right, b));
          default -> throw Values.refused(node.path(), "the operation " + node.operation());
        };
    return Matrix.channelsLast(shaped(name, node.shape()), node.shape());
  }

  /** A product of one row has an axis of rows that the row itself has not. */
  private String shaped(String product, Shape shape) {
    return shape.rows().isOne()
        ? graph.node("Reshape", List.of(product, values.integers(List.of(shape.columns()))))
        : product;
  }

  private String matmul(String a, String b) {
    return graph.node("MatMul", List.of(a, b));
  }

  private String flat(String name, int number) {
    List<Integer> shape = List.of(-1, values.get(number).shape().columns());
    return graph.node("Reshape", List.of(name, values.integers(shape)));
  }

  private String swapped(String name, Matrix matrix) {
    return swapped(name, Math.max(2, matrix.rank()));
  }

  private String swapped(String name, int rank) {
    var order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.swap(order, rank - 1, rank - 2);
    return values.transposed(name, order);
  }

  static boolean isWritten(Operation operation) {
    return operation.kind() == Operation.Kind.REDUCTION
        || operation.kind() == Operation.Kind.MATRIX;
  }
}
