package dev.kassei.experiment.inference;

import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.Network;
import dev.kassei.results.RunFolder;
import dev.kassei.results.Tensor;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run's folder as a model. The data that it was trained on are not touched, and may be gone.
 *
 * @param config what the run was configured to be
 * @param run the content of {@code run.json}
 * @param preparation how rows become features
 * @param network the formulas of its model and loss
 * @param weights its parameters and states by name, as files hold them
 */
public record SavedModel(
    LoadedConfig config,
    RunRecord run,
    Preparation preparation,
    Network network,
    Map<String, Tensor> weights) {
  /**
   * Reads a folder with the weights that are its result.
   *
   * @param plugins those that it may need beside those that its configuration names
   * @throws FolderException if it is no run's folder, older than {@code preparation.json}, or
   *     damaged
   * @throws ExperimentException if network and files do not fit together
   */
  public static SavedModel read(Path folder, Plugins plugins) throws IOException {
    var files = new RunFolder(folder);
    // first, since it tells folders from others
    files.record();
    files.requireUnchanged(List.of(RunFiles.CONFIG));
    Path file = folder.resolve(RunFiles.CONFIG);
    return read(folder, new ConfigLoader(plugins).load(file, List.of()), SavedWeights.RESULT);
  }

  /**
   * Reads a folder whose configuration has been loaded.
   *
   * @throws FolderException if it is no run's folder, older than {@code preparation.json}, or
   *     damaged
   * @throws ExperimentException if network and files do not fit together
   * @throws PredictionException if the best weights are asked for and nobody looked for them
   */
  public static SavedModel read(Path folder, LoadedConfig config, SavedWeights which)
      throws IOException {
    var files = new RunFolder(folder);
    RunRecord run = files.record();
    files.requireUnchanged(List.of(RunFiles.RUN, RunFiles.CONFIG, RunFiles.PREPARATION));
    Preparation preparation = files.preparation();
    ExperimentConfig experiment = config.experiment();
    Network network =
        Network.of(
            experiment.model(),
            experiment.loss(),
            preparation.image(),
            preparation.width(),
            preparation.target());
    return new SavedModel(config, run, preparation, network, which.read(files, run.best()));
  }

  /** The format of its numbers. */
  public Precision precision() {
    return config.experiment().precision();
  }
}
