package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.network.AppliedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the built-in layers for which ONNX has an operator of the same definition. */
final class LayerOperators {
  private final GraphWriter graph;
  private final Values values;
  private final TensorSource tensors;
  private final Products products;

  LayerOperators(GraphWriter graph, Values values, TensorSource tensors, Products products) {
    this.graph = graph;
    this.values = values;
    this.tensors = tensors;
    this.products = products;
  }

  /** How what a layer returns is written; empty if that is by its formula. */
  Optional<Step> step(AppliedLayer layer, Node output) {
    return writer(layer, output).map(writer -> new Step(List.of(layer.input()), writer));
  }

  private Optional<Supplier<Matrix>> writer(AppliedLayer layer, Node output) {
    return switch (layer.plugin().name()) {
      case "conv1d", "conv2d" -> Optional.of(() -> convolved(layer, output));
      case "max_pool" -> Optional.of(() -> pooled("MaxPool", layer, output));
      case "avg_pool" -> Optional.of(() -> pooled("AveragePool", layer, output));
      case "global_avg_pool" -> Optional.of(() -> averaged(layer, output));
      case "batch_norm" -> Optional.of(() -> batchNormalized(layer, output));
      case "layer_norm" -> Optional.of(() -> layerNormalized(layer, output));
      default -> Optional.empty();
    };
  }

  private Matrix convolved(AppliedLayer layer, Node output) {
    var inputs = new ArrayList<>(List.of("", tensors.named(layer.path() + ".weight")));
    if (layer.plugin().flag("bias")) {
      inputs.add(tensors.named(layer.path() + ".bias"));
    }
    int groups = (int) layer.plugin().number("groups");
    return products.convolved(output, layer.input(), layer.window().orElseThrow(), inputs, groups);
  }

  private Matrix pooled(String operator, AppliedLayer layer, Node output) {
    Window window = layer.window().orElseThrow();
    var pads = new ArrayList<>(window.before());
    pads.addAll(window.after());
    var attributes =
        new ArrayList<>(
            List.of(
                Attributes.integers("kernel_shape", window.kernel()),
                Attributes.integers("strides", window.stride()),
                Attributes.integers("pads", pads)));
    attributes.add(
        operator.equals("MaxPool")
            ? Attributes.integers("dilations", window.dilation())
            : Attributes.integer("count_include_pad", 1));
    String name =
        graph.node(
            operator,
            List.of(values.first(layer.input(), window.axes())),
            attributes.toArray(AttributeProto[]::new));
    return Matrix.channelsFirst(name, output.shape());
  }

  private Matrix averaged(AppliedLayer layer, Node output) {
    String first = values.first(layer.input(), values.get(layer.input()).positions());
    String pooled = graph.node("GlobalAveragePool", List.of(first));
    String flat = graph.node("Flatten", List.of(pooled), Attributes.integer("axis", 1));
    return Matrix.channelsLast(flat, output.shape());
  }

  private Matrix batchNormalized(AppliedLayer layer, Node output) {
    String path = layer.path() + ".";
    int columns = output.shape().columns();
    int positions = values.get(layer.input()).positions();
    List<String> inputs =
        List.of(
            values.first(layer.input(), positions),
            ofColumns(path + "weight", columns, 1),
            ofColumns(path + "bias", columns, 0),
            tensors.named(path + "running_mean"),
            tensors.named(path + "running_var"));
    String name = graph.node("BatchNormalization", inputs, epsilon(layer));
    return Matrix.channelsFirst(name, output.shape());
  }

  /**
   * Of what has mean 0 already: onnxruntime takes the variance as the mean of squares less the
   * square of the mean, which leaves no digits where that is large.
   */
  private Matrix layerNormalized(AppliedLayer layer, Node output) {
    String path = layer.path() + ".";
    int columns = output.shape().columns();
    List<String> inputs =
        List.of(
            centred(values.last(layer.input())),
            ofColumns(path + "weight", columns, 1),
            ofColumns(path + "bias", columns, 0));
    String name =
        graph.node("LayerNormalization", inputs, Attributes.integer("axis", -1), epsilon(layer));
    return Matrix.channelsLast(name, output.shape());
  }

  private String centred(String x) {
    String mean =
        graph.node(
            "ReduceMean",
            List.of(x, values.integers(List.of(-1))),
            Attributes.integer("keepdims", 1));
    return graph.node("Sub", List.of(x, mean));
  }

  private static AttributeProto epsilon(AppliedLayer layer) {
    return Attributes.number("epsilon", layer.plugin().number("epsilon"));
  }

  /** A trained row, or the same number for each column where there is none. */
  private String ofColumns(String name, int columns, double otherwise) {
    if (tensors.isThere(name)) {
      return tensors.named(name);
    }
    double[] numbers = new double[columns];
    Arrays.fill(numbers, otherwise);
    return tensors.constant(otherwise == 0 ? "zeros" : "ones", List.of(columns), numbers);
  }
}
