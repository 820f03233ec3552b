package dev.kassei.cli.command;

import dev.kassei.export.c.CHeader;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A run as a C99 header. */
final class CFormat implements ExportFormat {
  @Option(
      names = "--c",
      converter = OutputFileConverter.class,
      paramLabel = "FILE.h",
      description =
          "Writes a small network as a C99 header that depends on nothing; its function is called"
              + " as the file, FILE_predict.")
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
    String text = CHeader.of(source.model(), FileNames.stem(target));
    WholeFile.text(target, out -> out.write(text));
    return List.of(target.toString());
  }
}
