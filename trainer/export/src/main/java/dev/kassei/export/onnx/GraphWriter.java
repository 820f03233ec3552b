package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph of ONNX that grows. Equal nodes and equal constants are written once. Names are unique
 * and tell the layer: {@code hidden.0/Gemm}. Mutable.
 */
final class GraphWriter {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<Object, String> written = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private String path = "";

  /** The layer that the next nodes belong to. */
  void enter(String layer) {
    path = layer;
  }

  /** A node with one output, whose name is returned. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return node("", operator, inputs, attributes);
  }

  /** A node of another domain than that of ONNX. */
  String node(String domain, String operator, List<String> inputs, AttributeProto... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setDomain(domain).addAllInput(inputs);
    List.of(attributes).forEach(node::addAttribute);
    return written.computeIfAbsent(node.build(), key -> added(node, unique(path, operator)));
  }

  private String added(NodeProto.Builder node, String name) {
    graph.addNode(node.setName(name).addOutput(name));
    return name;
  }

  /** A node whose output has this name, such as an output of the graph. */
  void result(String name, String operator, List<String> inputs, AttributeProto... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setName(name).setOpType(operator).addAllInput(inputs);
    List.of(attributes).forEach(node::addAttribute);
    graph.addNode(node.addOutput(name));
  }

  /** A tensor of the network under its own name. */
  String tensor(String name, TensorProto values) {
    return written.computeIfAbsent(
        List.of("tensor", name),
        key -> {
          graph.addInitializer(values.toBuilder().setName(name));
          names.add(name);
          return name;
        });
  }

  /** A constant; the name says what it is. */
  String constant(String hint, TensorProto values) {
    return written.computeIfAbsent(
        values,
        key -> {
          String name = unique("constant", hint);
          graph.addInitializer(values.toBuilder().setName(name));
          return name;
        });
  }

  /** Keeps a name from nodes, such as that of an input or output; whether it was free. */
  boolean reserve(String name) {
    return names.add(name);
  }

  private String unique(String place, String name) {
    String first = place.isEmpty() ? name : place + "/" + name;
    String candidate = first;
    for (int i = 1; !names.add(candidate); i++) {
      candidate = first + "_" + i;
    }
    return candidate;
  }

  /** The graph, to which inputs and outputs can be added. */
  GraphProto.Builder graph() {
    return graph;
  }

  /** The graph without what no output needs, such as a shape on the way to another one. */
  GraphProto build(String name) {
    Set<String> needed = new HashSet<>();
    graph.getOutputList().forEach(output -> needed.add(output.getName()));
    var nodes = new ArrayDeque<NodeProto>();
    for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
      NodeProto node = graph.getNode(i);
      if (needed.contains(node.getOutput(0))) {
        nodes.addFirst(node);
        needed.addAll(node.getInputList());
      }
    }
    List<TensorProto> tensors =
        graph.getInitializerList().stream()
            .filter(each -> needed.contains(each.getName()))
            .toList();
    return graph
        .clone()
        .setName(name)
        .clearNode()
        .addAllNode(nodes)
        .clearInitializer()
        .addAllInitializer(tensors)
        .build();
  }
}
