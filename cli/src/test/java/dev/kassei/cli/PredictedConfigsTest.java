package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kassei.api.Listener;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.Loaded;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.inference.FileEvaluation;
import dev.kassei.experiment.inference.FilePredictions;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.results.PredictionsWriter.Content;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the runs of {@code configs} predict of their own rows, read from files, is what they said at
 * the end of training; also in a folder that was moved away from its data.
 *
 * <p>With {@code -Dpredict.folder=DIR} runs are trained into DIR if they are not there yet, so that
 * another JDK can predict what this one has trained; and each model of a batch is, not one for each
 * of its data sets.
 */
@Tag("slow")
class PredictedConfigsTest {
  private static final String KEPT = System.getProperty("predict.folder", "");

  /** Their networks take minutes, which {@code .ci/run} has. */
  private static final Path LARGE = Configs.FOLDER.resolve("papers");

  @TempDir private Path temporary;

  private static Stream<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.walk(Configs.FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.toString().contains("invalid"))
          .filter(file -> !KEPT.isEmpty() || !file.startsWith(LARGE))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void predictionsAndMetricsOfFilesAreThoseOfTheRun(Path file) throws IOException {
    Path runs = (KEPT.isEmpty() ? temporary : Path.of(KEPT)).resolve(file.getFileName());
    if (Files.notExists(runs)) {
      Files.createDirectories(runs);
      for (LoadedConfig config : trials(file)) {
        train(config, runs);
      }
    }
    try (Stream<Path> all = Files.list(runs)) {
      for (Path run : all.sorted().toList()) {
        check(run);
      }
    }
  }

  private static List<LoadedConfig> trials(Path file) {
    Loaded loaded =
        new FileLoader(Plugins.builtIn())
            .load(file, List.of("training.epochs=1", "training.max_steps=2", "plots=false"));
    if (loaded instanceof Loaded.Single single) {
      return List.of(single.config());
    }
    var seen = new HashSet<List<Object>>();
    return ((BatchConfig) loaded)
        .trials().stream()
            .map(TrialConfig::config)
            .filter(config -> seen.add(differences(config.experiment())))
            .toList();
  }

  private static List<Object> differences(ExperimentConfig experiment) {
    var source = experiment.dataset().source();
    return KEPT.isEmpty() ? List.of(source) : List.of(source, experiment.model());
  }

  /** Trains into a folder with the rows of each split, but without what it was trained on. */
  private static void train(LoadedConfig config, Path runs) throws IOException {
    PreparedTrial trial = prepared(config);
    RunFolder folder = RunFolder.create(runs, "run");
    var writer = new RunWriter(config, trial.data(), "test");
    writer.writeConfig(folder);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      writer.write(trainer.prepare(trial, new Listener() {}).train(), folder);
    }
    try (Stream<Path> files = Files.list(folder.path())) {
      for (Path copied : files.filter(PredictedConfigsTest::isCopied).toList()) {
        Files.delete(copied);
      }
    }
    RawRows rows = RawRows.of(config, folder.preparation());
    for (Map.Entry<String, DataSplit> split : trial.data().splits().entrySet()) {
      String csv = rows.csv(split.getValue().numbers());
      Files.writeString(folder.file(split.getKey() + "-rows.csv"), csv);
    }
  }

  private static PreparedTrial prepared(LoadedConfig config) {
    try {
      return new ExperimentCache().prepare(config);
    } catch (ExperimentException e) {
      assumeThat(e)
          .as("the data are here")
          .hasMessageNotContainingAny("there is no such", "the folder has no file");
      throw e;
    }
  }

  private static boolean isCopied(Path file) {
    return !RunFiles.ALL.contains(file.getFileName().toString());
  }

  private static void check(Path run) throws IOException {
    SavedModel model = SavedModel.read(run, Plugins.builtIn());
    for (String split : model.run().data().splits().keySet()) {
      Path rows = run.resolve(split + "-rows.csv");
      List<Map<String, String>> expected = predictions(run, split);
      boolean isClasses = model.preparation().target().isClasses();
      var text = new StringWriter();
      new FilePredictions(model, rows, List.of(), isClasses ? Content.OUTPUTS : Content.PREDICTED)
          .write(text);
      List<Map<String, String>> predicted = table(text.toString().lines().toList());
      assertThat(predicted).as("%s of %s", split, run).hasSize(expected.size());
      for (int i = 0; i < predicted.size(); i++) {
        assertThat(expected.get(i)).containsAllEntriesOf(predicted.get(i));
      }
      var metrics = new LinkedHashMap<String, Double>();
      FileEvaluation.of(model, rows)
          .metrics()
          .forEach((name, value) -> metrics.put(split + "." + name, value));
      assertThat(model.run().metrics()).containsAllEntriesOf(metrics);
    }
  }

  private static List<Map<String, String>> predictions(Path run, String split) throws IOException {
    return table(Files.readAllLines(run.resolve("predictions.csv"))).stream()
        .filter(row -> split.equals(row.get("part")))
        .toList();
  }

  /** Names and numbers here need no quotes. */
  private static List<Map<String, String>> table(List<String> lines) {
    String[] names = lines.get(0).split(",", -1);
    var rows = new ArrayList<Map<String, String>>();
    for (String line : lines.subList(1, lines.size())) {
      var row = new LinkedHashMap<String, String>();
      String[] cells = line.split(",", -1);
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
