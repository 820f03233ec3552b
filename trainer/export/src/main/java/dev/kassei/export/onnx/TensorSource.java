package dev.kassei.export.onnx;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.network.ExportException;
import dev.kassei.results.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The trained tensors of a network, which keep their names and the shapes that files have. */
final class TensorSource {
  private final GraphWriter graph;
  private final Values values;
  private final Map<String, Tensor> tensors = new HashMap<>();

  TensorSource(GraphWriter graph, Values values, List<Tensor> trained) {
    this.graph = graph;
    this.values = values;
    trained.forEach(each -> tensors.put(each.name(), each));
  }

  boolean isThere(String name) {
    return tensors.containsKey(name);
  }

  /** A tensor as files hold it. */
  String named(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new ExportException("the trained tensors have no '%s'".formatted(name));
    }
    return graph.tensor(name, Tensors.float32(tensor.shape(), tensor.values()));
  }

  /** A parameter or state as formulas use it. */
  Matrix matrix(Node node) {
    String name = name(node.detail());
    Shape shape = node.shape();
    return Matrix.channelsLast(
        layout(node) instanceof Layout.Weights weights
            ? multiplied(named(name), weights, shape)
            : named(name),
        shape);
  }

  /** From outputs × inputs × taps to (taps · inputs) × outputs. */
  private String multiplied(String name, Layout.Weights weights, Shape shape) {
    var order = new ArrayList<Integer>();
    for (int tap = 0; tap < weights.taps().size(); tap++) {
      order.add(2 + tap);
    }
    order.add(1);
    order.add(0);
    String moved = values.transposed(name, order);
    List<Integer> wanted =
        shape.rows().isOne()
            ? List.of(shape.columns())
            : List.of(shape.rows().count(), shape.columns());
    return weights.taps().isEmpty() && wanted.size() == 2
        ? moved
        : graph.node("Reshape", List.of(moved, values.integers(wanted)));
  }

  /** The name of a parameter or state. */
  static String name(Detail detail) {
    return detail instanceof Detail.State state ? state.name() : ((Detail.Parameter) detail).name();
  }

  /** How the numbers of a parameter lie. */
  static Layout layout(Node node) {
    return node.detail() instanceof Detail.Parameter parameter ? parameter.layout() : Layout.PLAIN;
  }

  /** Numbers that are in no file. */
  String constant(String hint, List<Integer> shape, double... numbers) {
    return graph.constant(hint, Tensors.float32(shape, numbers));
  }
}
