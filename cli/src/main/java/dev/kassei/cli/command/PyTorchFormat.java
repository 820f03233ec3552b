package dev.kassei.cli.command;

import dev.kassei.export.pytorch.TorchModule;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A run as a PyTorch module. */
final class PyTorchFormat implements ExportFormat {
  @Option(
      names = "--pytorch",
      converter = OutputFileConverter.class,
      paramLabel = "FILE.py",
      description =
          "Writes the network as a plain PyTorch module, which loads weights.safetensors of the"
              + " run; its class is called as the file.")
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
    String text = TorchModule.of(source.model(), FileNames.stem(target));
    WholeFile.text(target, out -> out.write(text));
    return List.of(target.toString());
  }
}
