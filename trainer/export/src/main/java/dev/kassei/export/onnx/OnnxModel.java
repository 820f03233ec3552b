package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.kassei.api.expr.Expr;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.training.Network;
import dev.kassei.export.network.ExportException;
import dev.kassei.export.network.NetworkGraph;
import dev.kassei.results.Tensor;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A trained network with the preparation of its data as a model of ONNX: rows as the data has them
 * come in, probabilities or numbers in the unit of the targets go out. It computes in float32.
 */
public final class OnnxModel {
  /** The version of ONNX's operators, that of ONNX 1.15; the last ones needed are Gelu's. */
  public static final int OPSET = 20;

  /** The version of the operators for tables. */
  static final int CLASSICAL_OPSET = 3;

  /** The version of the file format that came with the operators. */
  static final int FORMAT = 9;

  private OnnxModel() {}

  /**
   * Writes a saved model.
   *
   * @throws ExportException if ONNX has no form of the network
   */
  public static void write(SavedModel saved, Path file) throws IOException {
    ModelProto model = of(saved);
    WholeFile.bytes(file, model::writeTo);
  }

  static ModelProto of(SavedModel saved) {
    return of(
        saved.preparation(),
        saved.network().response(),
        saved.weights().values(),
        Metadata.of(saved));
  }

  /**
   * Makes a model.
   *
   * @param preparation how rows become features
   * @param response what the network returns
   * @param trained its tensors
   * @param metadata what the file says about itself, by key
   * @throws ExportException if ONNX has no form of the network
   */
  static ModelProto of(
      Preparation preparation,
      Expr response,
      Collection<Tensor> trained,
      Map<String, String> metadata) {
    var graph = new GraphWriter();
    var signature = new Signature(graph);
    var outputs = new OutputWriter(graph, signature, preparation);
    var inputs = new InputWriter(graph, signature, preparation);
    var network =
        new NetworkWriter(
            NetworkGraph.of(response),
            graph,
            List.copyOf(trained),
            Map.of(Network.FEATURES, inputs::write));
    outputs.write(network.write(), response.width());
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("Kassei")
            .addOpsetImport(operators("", OPSET))
            .addOpsetImport(operators(Signature.CLASSICAL, CLASSICAL_OPSET))
            .setGraph(graph.build("network"));
    metadata.forEach((key, value) -> model.addMetadataProps(entry(key, value)));
    return model.build();
  }

  private static OperatorSetIdProto operators(String domain, int version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
