package dev.kassei.engine.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parameters and states of a plan by name: all that outlives a step, for each lane. */
public final class Tensors {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Buffers buffers;

  Tensors(Graph graph, Buffers buffers) {
    this.buffers = buffers;
    for (Node node : graph.nodes()) {
      if (node.detail() instanceof Detail.Parameter parameter) {
        nodes.put(parameter.name(), node);
      } else if (node.detail() instanceof Detail.State state) {
        nodes.put(state.name(), node);
      }
    }
    nodes.values().forEach(node -> buffers.of(node.id()));
  }

  /** All names, in the order of the formulas. */
  public List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  /** The declaration of a tensor: a parameter or a state. */
  public Detail declaration(String name) {
    return node(name).detail();
  }

  /** The shape of a tensor. */
  public Shape shape(String name) {
    return node(name).shape();
  }

  /** A copy of a lane's tensor, row by row. */
  public double[] read(String name, int lane) {
    Matrix matrix = matrix(name);
    return matrix.read(matrix.rows(1), lane);
  }

  /** Sets a lane's tensor; {@code values} is not modified. */
  public void write(String name, int lane, double[] values) {
    Matrix matrix = matrix(name);
    int size = matrix.rows(1) * matrix.columns();
    require(
        values.length == size,
        "the tensor '%s' is %s, %s numbers, but %s were given",
        name,
        matrix.shape(),
        size,
        values.length);
    for (int i = 0; i < size; i++) {
      matrix.buffer().set(i * matrix.lanes() + lane, values[i]);
    }
  }

  /** Takes over what a lane of another plan of the same program holds. */
  void copyLane(int lane, Tensors other, int from) {
    nodes.keySet().forEach(name -> write(name, lane, other.read(name, from)));
  }

  /** Sets all tensors of a lane to their first values. */
  void initialize(int lane, Function<String, Draws> draws) {
    nodes.forEach((name, node) -> write(name, lane, initial(name, node, draws)));
  }

  private static double[] initial(String name, Node node, Function<String, Draws> draws) {
    int rows = node.shape().rows().count();
    double[] values = new double[rows * node.shape().columns()];
    if (node.detail() instanceof Detail.State state) {
      Arrays.fill(values, state.initial());
      return values;
    }
    var parameter = (Detail.Parameter) node.detail();
    InitialValues.Fans fans = parameter.fans(node.shape());
    Draws stream = draws.apply(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = parameter.initializer().value(fans, stream, i);
    }
    return values;
  }

  /** The memory of a tensor. */
  Matrix matrix(String name) {
    return buffers.of(node(name).id());
  }

  /** The node of a tensor. */
  Node node(String name) {
    Node node = nodes.get(name);
    require(node != null, "there is no tensor '%s'; there are %s", name, nodes.keySet());
    return node;
  }
}
