package dev.kassei.cli.command;

import dev.kassei.export.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A run's network as a model of ONNX. */
final class OnnxFormat implements ExportFormat {
  @Option(
      names = "--onnx",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description =
          "The run's network with the preparation of its data as an ONNX model, for onnxruntime and"
              + " others.")
  private Optional<Path> file = Optional.empty();

  @Override
  public boolean isWanted() {
    return file.isPresent();
  }

  @Override
  public List<Path> files() {
    return file.stream().toList();
  }

  @Override
  public List<String> write(ExportSource source) throws IOException {
    Path target = file.orElseThrow();
    OnnxModel.write(source.model(), target);
    return List.of(target.toString());
  }
}
