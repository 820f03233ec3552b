package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.network.AppliedLayer;
import dev.kassei.export.network.BuiltIn;
import java.util.List;
import java.util.Optional;

/**
 * Writes the built-in activations for which ONNX has an operator of the same definition. All others
 * are written as their formulas, and so is an activation whose numbers the operator has not.
 */
final class ActivationOperators {
  private final GraphWriter graph;
  private final Values values;
  private final TensorSource tensors;

  ActivationOperators(GraphWriter graph, Values values, TensorSource tensors) {
    this.graph = graph;
    this.values = values;
    this.tensors = tensors;
  }

  /** How what an activation returns is written; empty if that is by its formula. */
  Optional<Step> step(AppliedLayer layer, Node output) {
    if (layer.plugin().name().equals("prelu")) {
      return Optional.of(new Step(List.of(layer.input()), () -> sloped(layer, output)));
    }
    return operator(layer.plugin())
        .map(operator -> new Step(List.of(layer.input()), () -> write(operator, layer, output)));
  }

  /** An operator of one input. */
  private record Operator(String name, AttributeProto... attributes) {
    static Optional<Operator> of(String name, AttributeProto... attributes) {
      return Optional.of(new Operator(name, attributes));
    }
  }

  private static Optional<Operator> operator(BuiltIn plugin) {
    return switch (plugin.name()) {
      case "leaky_relu" -> Operator.of("LeakyRelu", number(plugin, "alpha"));
      case "elu" -> Operator.of("Elu", number(plugin, "alpha"));
      case "celu" -> Operator.of("Celu", number(plugin, "alpha"));
      case "selu" -> Operator.of("Selu", number(plugin, "alpha"), number(plugin, "gamma"));
      case "softsign" -> Operator.of("Softsign");
      case "hard_sigmoid" ->
          Operator.of(
              "HardSigmoid",
              Attributes.number("alpha", plugin.number("slope")),
              Attributes.number("beta", plugin.number("offset")));
      case "hard_swish" -> Operator.of("HardSwish");
      case "mish" -> Operator.of("Mish");
      case "gelu" -> gelu(plugin.word("approximate"));
      case "threshold" -> thresholded(plugin);
      case "hard_shrink" -> hardShrunk(plugin);
      case "soft_shrink" -> shrunk(plugin.number("threshold"), plugin.number("threshold"));
      case "log_softmax" -> Operator.of("LogSoftmax", Attributes.integer("axis", -1));
      case "hardmax" -> Operator.of("Hardmax", Attributes.integer("axis", -1));
      default -> Optional.empty();
    };
  }

  private static AttributeProto number(BuiltIn plugin, String component) {
    return Attributes.number(component, plugin.number(component));
  }

  /** The form by a sigmoid is no operator. */
  private static Optional<Operator> gelu(String approximate) {
    return approximate.equals("sigmoid")
        ? Optional.empty()
        : Operator.of("Gelu", Attributes.text("approximate", approximate));
  }

  private static Optional<Operator> thresholded(BuiltIn plugin) {
    return plugin.is("value", 0)
        ? Operator.of("ThresholdedRelu", Attributes.number("alpha", plugin.number("threshold")))
        : Optional.empty();
  }

  private static Optional<Operator> hardShrunk(BuiltIn plugin) {
    return plugin.isGiven("lower") || plugin.isGiven("upper")
        ? Optional.empty()
        : shrunk(plugin.number("threshold"), 0);
  }

  private static Optional<Operator> shrunk(double threshold, double bias) {
    return Operator.of(
        "Shrink", Attributes.number("lambd", threshold), Attributes.number("bias", bias));
  }

  /** What looks at rows wants the channels last; all others do not mind. */
  private Matrix write(Operator operator, AppliedLayer layer, Node output) {
    Matrix x = values.get(layer.input());
    boolean isOfRows = operator.name().endsWith("max");
    String input = isOfRows ? values.last(x) : x.name();
    String name = graph.node(operator.name(), List.of(input), operator.attributes());
    return isOfRows
        ? Matrix.channelsLast(name, output.shape())
        : new Matrix(name, output.shape(), x.axes());
  }

  private Matrix sloped(AppliedLayer layer, Node output) {
    String slopes = tensors.named(layer.path() + ".alpha");
    String x = values.last(layer.input());
    return Matrix.channelsLast(graph.node("PRelu", List.of(x, slopes)), output.shape());
  }
}
