package dev.kassei.cli.command;

import dev.kassei.export.mlflow.Mlflow;
import dev.kassei.export.mlflow.MlflowSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --mlflow}. */
final class MlflowFormat implements ExportFormat {
  @Option(
      names = "--mlflow",
      paramLabel = "URI",
      description =
          "The address of a tracking server of MLflow, such as http://localhost:5000, to which"
              + " metrics and settings are sent: of a run, or of each trial of a batch. What is"
              + " there is not sent again. The variables MLFLOW_TRACKING_TOKEN,"
              + " MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD and MLFLOW_EXPERIMENT_NAME are"
              + " used as MLflow does.")
  private Optional<String> uri = Optional.empty();

  private boolean isComplete = true;

  @Override
  public List<Path> targets() {
    return List.of();
  }

  @Override
  public boolean isWanted() {
    return uri.isPresent();
  }

  @Override
  public List<String> write(ExportSource source) throws IOException {
    MlflowSummary summary = Mlflow.send(source.folder(), uri.orElseThrow(), System.getenv());
    isComplete = summary.isComplete();
    return summary.lines();
  }

  @Override
  public boolean isComplete() {
    return isComplete;
  }
}
