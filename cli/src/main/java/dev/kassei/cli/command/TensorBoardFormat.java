package dev.kassei.cli.command;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.export.tensorboard.TensorBoardFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --tensorboard}. */
final class TensorBoardFormat implements ExportFormat {
  @Option(
      names = "--tensorboard",
      paramLabel = "DIR",
      description =
          "A folder that TensorBoard shows: metrics, histograms and hyperparameters of a run, or of"
              + " each trial of a batch.")
  private Optional<Path> folder = Optional.empty();

  @Override
  public List<Path> targets() {
    return folder.stream().toList();
  }

  @Override
  public List<String> write(ExportSource source) throws IOException {
    try {
      TensorBoardFolder.write(source.folder(), folder.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("--tensorboard", e);
    }
    return List.of(folder.orElseThrow().toString());
  }
}
