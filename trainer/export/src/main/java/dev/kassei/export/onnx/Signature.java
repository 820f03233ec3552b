package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.kassei.export.network.ExportException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs and outputs of a model; the first axis of each is the batch, of any size. Mutable. */
final class Signature {
  /** The domain of ONNX's operators for tables. */
  static final String CLASSICAL = "ai.onnx.ml";

  private static final String BATCH = "batch";

  private final GraphWriter graph;
  private final Set<String> inputs = new HashSet<>();

  Signature(GraphWriter graph) {
    this.graph = graph;
  }

  /**
   * An input, which may be asked for several times.
   *
   * @throws ExportException if something else in the model is called so
   */
  String input(String name, DataType type, List<Integer> dimensions) {
    if (inputs.add(name)) {
      if (!graph.reserve(name)) {
        throw new ExportException(
            "the column '%s' would be an input of the ONNX model, which has an output of this name; rename the column and train again, or take --pytorch or --c"
                .formatted(name));
      }
      graph.graph().addInput(value(name, type, dimensions));
    }
    return name;
  }

  /** An output, whose name no node may have. */
  void output(String name, DataType type, List<Integer> dimensions) {
    graph.graph().addOutput(value(name, type, dimensions));
  }

  private static ValueInfoProto value(String name, DataType type, List<Integer> dimensions) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(BATCH));
    dimensions.forEach(each -> shape.addDim(Dimension.newBuilder().setDimValue(each)));
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
