package dev.kassei.embed;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kassei.api.DatasetSource;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.CopiedPlugins;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.results.CopiedFiles;
import dev.kassei.results.RunFolder;
import dev.kassei.results.Tensor;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment that was trained in this process.
 *
 * @param data the data set, where it is in memory
 */
record TrainedRun(
    LoadedConfig config, Optional<MemoryData> data, PreparedTrial trial, Outcome outcome) {
  private static final String FILE = MemoryData.NAME + ".csv";

  TrainedModel model() throws IOException {
    return new TrainedModel(
        new SavedModel(
            config,
            writer(config).record(outcome),
            trial.data().preparation(),
            trial.network(),
            weights()),
        History.of(outcome),
        this::write);
  }

  private RunWriter writer(LoadedConfig written) {
    return new RunWriter(written, trial.data(), Release.name());
  }

  private Map<String, Tensor> weights() {
    var weights = new LinkedHashMap<String, Tensor>();
    outcome.weights(trial.precision()).forEach(each -> weights.put(each.name(), each));
    return weights;
  }

  private void write(RunFolder folder) throws IOException {
    if (data.isEmpty()) {
      writer(config).writeConfig(folder);
      writer(config).write(outcome, folder);
      return;
    }
    writeTable(data.get().table(), folder);
    LoadedConfig written = withSource(data.get().yaml(FILE));
    var copies = new CopiedFiles(config.folder(), folder);
    folder.writeConfig(
        written.effective(
            path -> path.equals(FILE) ? FILE : copies.apply(path),
            new CopiedPlugins(config.folder(), copies)));
    writer(written).write(outcome, folder);
  }

  private static void writeTable(List<List<String>> lines, RunFolder folder) throws IOException {
    WholeFile.text(
        folder.file(FILE),
        out -> {
          try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            lines.forEach(csv::writeRecord);
          }
        });
  }

  /** In a folder data in memory are data of a file. */
  private LoadedConfig withSource(String yaml) {
    ExperimentConfig old = config.experiment();
    DatasetConfig dataset = old.dataset();
    DatasetSource source =
        new ConfigLoader(config.plugins()).plugin(Families.DATASET, MemoryData.NAME, yaml).plugin();
    var changed =
        new ExperimentConfig(
            old.name(),
            old.precision(),
            old.seed(),
            new DatasetConfig(
                source,
                dataset.split(),
                dataset.standardize(),
                dataset.target(),
                dataset.augment()),
            old.model(),
            old.loss(),
            old.optimizer(),
            old.metrics(),
            old.training(),
            old.layerStatistics(),
            old.plots());
    return new LoadedConfig(
        changed, config.names(), config.folder(), config.plugins(), config.pluginPaths());
  }
}
