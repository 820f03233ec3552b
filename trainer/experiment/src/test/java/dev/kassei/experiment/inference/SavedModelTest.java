package dev.kassei.experiment.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Activation;
import dev.kassei.api.Listener;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedModelTest {
  private static final String REST =
      """
      model: {type: mlp, hidden: [5], norm: batch_norm, activation: %s}
      optimizer: {type: adam, learning_rate: 0.02}
      training: {epochs: 3, batch_size: 16%s}
      """;

  @TempDir private Path temporary;

  private record Trained(RunFolder folder, PreparedTrial trial, Outcome outcome) {}

  private Trained train(String data, String more) throws IOException {
    return train(data, "relu", more, Plugins.builtIn());
  }

  private Trained train(String data, String activation, String more, Plugins plugins)
      throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("model.yaml"), data + "\n" + REST.formatted(activation, more));
    LoadedConfig config = new ConfigLoader(plugins).load(file, List.of());
    PreparedTrial trial = new ExperimentCache().prepare(config);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      Outcome outcome = trainer.prepare(trial, new Listener() {}).train();
      RunFolder folder = RunFolder.create(temporary, "model");
      var writer = new RunWriter(config, trial.data(), "test");
      writer.writeConfig(folder);
      writer.write(outcome, folder);
      return new Trained(folder, trial, outcome);
    }
  }

  private static SavedModel read(RunFolder folder) throws IOException {
    return SavedModel.read(folder.path(), Plugins.builtIn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset: {type: iris, standardize: true, split: {test: 0.3}}\nloss: cross_entropy",
        "dataset: house_votes\nloss: binary_cross_entropy\nprecision: float64",
        "dataset: {type: diabetes, target: {standardize: true}}\nloss: mse",
        "dataset: {type: digits, split: {test: 0.9}}\nloss: cross_entropy",
      })
  void itPredictsToTheBitsOfItsRun(String data) throws IOException {
    Trained trained = train(data, "");
    var predictor = new Predictor(read(trained.folder()));
    trained
        .outcome()
        .predictions()
        .forEach(
            (name, expected) -> {
              DataSplit split = trained.trial().data().splits().get(name);
              assertThat(predictor.responses(split.originals())).isEqualTo(expected.values());
            });
  }

  /** Which also draws where it should not. */
  @PluginName("shaken")
  public record Shaken() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.plus(x.uniform("shake", 2, 4));
    }
  }

  @Test
  void aNetworkThatIsRandomInInferenceIsRefused() throws IOException {
    Plugins plugins = Plugins.builtIn().with(new Shaken());
    Trained trained = train("dataset: xor\nloss: mse", "shaken", "", plugins);
    SavedModel model = SavedModel.read(trained.folder().path(), plugins);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> new Predictor(model))
        .withMessageStartingWith("model: 'hidden.0.activation' draws random numbers in inference");
  }

  @Test
  void bestAndLastWeightsAreThereWhereTheyWereSaved() throws IOException {
    String data = "dataset: {type: iris, split: {validation: 0.3}}\nloss: cross_entropy";
    String stopping = ", early_stopping: {monitor: validation.accuracy, restore_best: false}";
    Trained trained = train(data, stopping);
    LoadedConfig config = read(trained.folder()).config();
    Path folder = trained.folder().path();
    var result = SavedModel.read(folder, config, SavedWeights.RESULT).weights();
    assertThat(SavedModel.read(folder, config, SavedWeights.LAST).weights().keySet())
        .isEqualTo(result.keySet());
    assertThat(SavedModel.read(folder, config, SavedWeights.BEST).weights().keySet())
        .isEqualTo(result.keySet());
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Trained trained = train("dataset: xor\nloss: mse", "");
    LoadedConfig config = read(trained.folder()).config();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SavedModel.read(trained.folder().path(), config, SavedWeights.BEST))
        .withMessageContaining("has no best weights");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> read(new RunFolder(temporary)))
        .withMessageContaining("it holds no run.json");
    Files.delete(trained.folder().file("preparation.json"));
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> read(trained.folder()))
        .withMessageContaining("run the experiment again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.yaml", "preparation.json", "weights.safetensors", "run.json"})
  void aChangedFileIsRefusedUntilItsLineOfTheSumsIsDeleted(String name) throws IOException {
    RunFolder folder = train("dataset: xor\nloss: mse", "").folder();
    byte[] bytes = Files.readAllBytes(folder.file(name));
    Files.write(folder.file(name), changed(bytes));
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> read(folder))
        .withMessageContaining(folder.file(name).toString())
        .withMessageContaining("is not what the run wrote")
        .withMessageContaining("delete its line in SHA256SUMS");
    Path sums = folder.file("SHA256SUMS");
    List<String> others =
        Files.readAllLines(sums).stream().filter(line -> !line.endsWith(name)).toList();
    Files.write(sums, others);
    assertThat(read(folder).weights()).isNotEmpty();
  }

  /** The same with another last character: a line end that becomes a space, or a number. */
  private static byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    int last = changed.length - 1;
    changed[last] = (byte) (changed[last] == '\n' ? ' ' : changed[last] ^ 1);
    return changed;
  }

  @Test
  void lastWeightsThatWereDeletedAreMissed() throws IOException {
    Trained trained = train("dataset: xor\nloss: mse", "");
    LoadedConfig config = read(trained.folder()).config();
    Files.writeString(
        trained.folder().file("SHA256SUMS"),
        "0".repeat(64) + "  last_weights.safetensors\n",
        StandardOpenOption.APPEND);
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> SavedModel.read(trained.folder().path(), config, SavedWeights.LAST))
        .withMessageContaining("last_weights.safetensors' cannot be read: there is no such file");
  }
}
