package dev.kassei.cli.command;

import dev.kassei.export.c.CHeader;
import dev.kassei.export.onnx.OnnxModel;
import dev.kassei.export.pytorch.TorchModule;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --onnx}, {@code --pytorch} and {@code --c}: a run's network. */
final class NetworkFormats implements FileFormats {
  @Option(
      names = "--onnx",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description =
          "The run's network with the preparation of its data as an ONNX model, for onnxruntime and"
              + " others.")
  private Optional<Path> onnx = Optional.empty();

  @Option(
      names = "--pytorch",
      converter = ModuleFileConverter.class,
      paramLabel = "FILE.py",
      description =
          "Writes the network as a plain PyTorch module, which loads weights.safetensors of the"
              + " run; its class is called as the file.")
  private Optional<Path> pytorch = Optional.empty();

  @Option(
      names = "--c",
      converter = HeaderFileConverter.class,
      paramLabel = "FILE.h",
      description =
          "Writes a small network as a C99 header that depends on nothing; its function is called"
              + " as the file, FILE_predict.")
  private Optional<Path> c = Optional.empty();

  @Override
  public List<FileFormat> all() {
    return List.of(
        new FileFormat(onnx, (source, file) -> OnnxModel.write(source.model(), file)),
        new FileFormat(pytorch, NetworkFormats::writeModule),
        new FileFormat(c, NetworkFormats::writeHeader));
  }

  private static void writeModule(ExportSource source, Path file) throws IOException {
    String text = TorchModule.of(source.model(), FileNames.stem(file));
    WholeFile.text(file, out -> out.write(text));
  }

  private static void writeHeader(ExportSource source, Path file) throws IOException {
    String text = CHeader.of(source.model(), FileNames.stem(file));
    WholeFile.text(file, out -> out.write(text));
  }
}
