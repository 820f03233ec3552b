package dev.kassei.export.onnx;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.network.AppliedLayer;
import dev.kassei.export.network.NetworkGraph;
import dev.kassei.results.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Writes a network: layers and activations by the operators that ONNX has for them, everything else
 * by its formula.
 */
final class NetworkWriter {
  private final NetworkGraph network;
  private final GraphWriter graph;
  private final Values values;
  private final TensorSource tensors;
  private final Pointwise pointwise;
  private final Structure structure;
  private final Reductions reductions;
  private final Products products;
  private final Softmaxes softmaxes;
  private final Map<Integer, Step> layers = new HashMap<>();
  private final Map<String, Function<Shape, Matrix>> inputs;

  /**
   * A writer.
   *
   * @param trained the tensors of the network
   * @param inputs what the network reads, by name
   */
  NetworkWriter(
      NetworkGraph network,
      GraphWriter graph,
      List<Tensor> trained,
      Map<String, Function<Shape, Matrix>> inputs) {
    this.network = network;
    this.graph = graph;
    this.inputs = inputs;
    this.values = new Values(graph);
    this.tensors = new TensorSource(graph, values, trained);
    this.pointwise = new Pointwise(graph, values);
    this.structure = new Structure(graph, values);
    this.reductions = new Reductions(graph, values);
    this.products = new Products(graph, values, tensors, network.nodes(), network.uses());
    this.softmaxes = new Softmaxes(graph, values, network.nodes());
    var ofLayers = new LayerOperators(graph, values, tensors, products);
    var ofActivations = new ActivationOperators(graph, values, tensors);
    for (AppliedLayer layer : network.layers()) {
      Node output = network.nodes().get(layer.output());
      Optional<Step> step =
          ofLayers.step(layer, output).or(() -> ofActivations.step(layer, output));
      if (layer.input() != layer.output()) {
        step.ifPresent(each -> layers.putIfAbsent(layer.output(), each));
      }
    }
  }

  /** Writes the network, and returns the tensor of its result, channels last. */
  String write() {
    Step[] steps = steps();
    for (int number = 0; number < steps.length; number++) {
      if (steps[number] != null) {
        graph.enter(network.nodes().get(number).path());
        Matrix written = steps[number].writer().get();
        if (values.get(number) == null) {
          values.put(number, written);
        }
      }
    }
    return values.last(network.output());
  }

  /** What is read has a smaller number than what reads it. */
  private Step[] steps() {
    Step[] steps = new Step[network.nodes().size()];
    boolean[] isRead = new boolean[steps.length];
    isRead[network.output()] = true;
    for (int number = steps.length - 1; number >= 0; number--) {
      if (isRead[number]) {
        steps[number] = step(network.nodes().get(number));
        steps[number].reads().forEach(each -> isRead[each] = true);
      }
    }
    return steps;
  }

  private Step step(Node node) {
    return Optional.ofNullable(layers.get(node.id()))
        .or(() -> products.step(node))
        .or(() -> softmaxes.step(node))
        .orElseGet(() -> new Step(node.operands(), () -> primitive(node)));
  }

  private Matrix primitive(Node node) {
    Operation operation = node.operation();
    if (Pointwise.isWritten(operation)) {
      return pointwise.write(node);
    }
    if (Reductions.isWritten(operation)) {
      return reductions.write(node);
    }
    return operation.kind() == Operation.Kind.STRUCTURE ? structure.write(node) : other(node);
  }

  private Matrix other(Node node) {
    return switch (node.operation()) {
      case CONSTANT -> constant(node);
      case INPUT -> input(node);
      case PARAMETER, STATE -> tensors.matrix(node);
      case COLUMN_INDEX -> columnIndex(node);
      case ROWS -> rows(node);
      case BROADCAST -> broadcast(node);
      case UNIFORM -> throw refused(node, "it draws random numbers in inference, too");
      case ROW_FUNCTION ->
          throw refused(node, "it is a function of rows in Java, which no formula expresses");
      default -> throw refused(node, "it uses " + node.operation().functionName());
    };
  }

  private RuntimeException refused(Node node, String what) {
    String name =
        network.layers().stream()
            .filter(layer -> layer.path().equals(node.path()))
            .map(layer -> " (" + layer.plugin().name() + ")")
            .findFirst()
            .orElse("");
    return Values.refused(node.path() + name, what);
  }

  private Matrix constant(Node node) {
    values.put(node.id(), ((Detail.Value) node.detail()).value());
    return values.get(node.id());
  }

  private Matrix input(Node node) {
    return inputs.get(((Detail.Name) node.detail()).name()).apply(node.shape());
  }

  private Matrix columnIndex(Node node) {
    int columns = node.shape().columns();
    double[] index = IntStream.range(0, columns).asDoubleStream().toArray();
    return Matrix.channelsLast(tensors.constant("columns", List.of(columns), index), node.shape());
  }

  private Matrix rows(Node node) {
    String count = graph.node("Cast", List.of(batch()), Types.to(Types.FLOAT));
    return Matrix.channelsLast(count, node.shape());
  }

  /** How many rows the batch has, as a list of one number. */
  private String batch() {
    Node input =
        network.nodes().stream()
            .filter(each -> each.operation() == Operation.INPUT)
            .findFirst()
            .orElseThrow();
    return graph.node(
        "Shape",
        List.of(input(input).name()),
        Attributes.integer("start", 0),
        Attributes.integer("end", 1));
  }

  private Matrix broadcast(Node node) {
    var dimensions = new ArrayList<>(Values.dimensions(node.shape()));
    String shape;
    if (node.shape().rows().batched()) {
      List<Integer> inner = dimensions.subList(1, dimensions.size());
      shape =
          graph.node(
              "Concat", List.of(batch(), values.integers(inner)), Attributes.integer("axis", 0));
    } else {
      shape = values.integers(dimensions);
    }
    String x = values.last(node.operands().get(0));
    return Matrix.channelsLast(graph.node("Expand", List.of(x, shape)), node.shape());
  }
}
