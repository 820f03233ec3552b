package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.inference.SavedWeights;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which run is the model. */
final class SavedModelOptions {
  @Parameters(paramLabel = "RUN", description = "The folder of a run, or of a batch with --trial.")
  private Path folder = Path.of("");

  @Option(
      names = "--trial",
      paramLabel = "N",
      description = "Of a batch: the number of a trial whose run was saved.")
  private Optional<Integer> trial = Optional.empty();

  @Option(
      names = "--weights",
      converter = WeightsConverter.class,
      paramLabel = "WHICH",
      description =
          "The weights to take, result (those of predictions.csv, the default), best (those of the"
              + " best epoch) or last (those of the last one).")
  private SavedWeights weights = SavedWeights.RESULT;

  @Mixin private PluginOptions plugins;

  /** Reads the model; plugins that are loaded are reported. */
  SavedModel read(PrintWriter err) throws IOException {
    Path run = run();
    var files = new RunFolder(run);
    // first, since it tells the folders of runs from others
    UnfinishedRun.report(files, err);
    // before the plugins that it names are code that runs
    files.requireUnchanged(List.of(RunFiles.CONFIG));
    LoadedConfig config =
        plugins.loader(plugins.plugins(), err).experiment(run.resolve(RunFiles.CONFIG), List.of());
    return SavedModel.read(run, config, weights);
  }

  private Path run() {
    boolean isBatch = Files.exists(folder.resolve(BatchFiles.JOURNAL));
    if (!isBatch && trial.isPresent()) {
      throw new UsageProblem("--trial: '%s' is not the folder of a batch".formatted(folder));
    }
    return trial
        .map(number -> folder.resolve(BatchFiles.run(Integer.toString(number))))
        .or(() -> Optional.of(folder).filter(path -> !isBatch))
        .filter(path -> !isBatch || Files.isDirectory(path))
        .orElseThrow(this::unknown);
  }

  private UsageProblem unknown() {
    String problem =
        trial
            .map("trial %s was not saved; choose another with --trial N"::formatted)
            .orElse("choose the run of a trial with --trial N");
    return new UsageProblem(
        "'%s' is the folder of a batch; %s; saved (by batch.keep) are: %s"
            .formatted(folder, problem, saved()));
  }

  private String saved() {
    try (Stream<Path> runs = Files.list(folder.resolve(BatchFiles.RUNS))) {
      return runs.map(run -> run.getFileName().toString().replace("trial-", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      return "none";
    }
  }
}
