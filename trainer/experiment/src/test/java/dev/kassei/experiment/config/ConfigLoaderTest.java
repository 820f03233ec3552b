package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Precision;
import dev.kassei.builtins.dataset.Csv;
import dev.kassei.builtins.dataset.Header;
import dev.kassei.builtins.dataset.Missing;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.Xor;
import dev.kassei.builtins.initializer.HeNormal;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.initializer.Zeros;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.fixtures.plugins.OneStep;
import dev.kassei.fixtures.plugins.Relu;
import dev.kassei.fixtures.plugins.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  private ExperimentConfig load(String fragment, String... settings) {
    return folder.load(fragment, settings).experiment();
  }

  private static Sgd sgd(double learningRate) {
    return new Sgd(learningRate, 0, 0, false, 0);
  }

  @Nested
  class Defaults {
    @Test
    void whatIsLeftOutHasItsDefault() {
      ExperimentConfig experiment = load("");

      assertThat(experiment.name()).isEqualTo("main");
      assertThat(experiment.precision()).isEqualTo(Precision.FLOAT32);
      assertThat(experiment.seed()).isEqualTo(new Seeds(1, 1, 1, 1, 1));
      assertThat(experiment.dataset()).isEqualTo(new DatasetConfig(new Xor(), new Split(), false));
      assertThat(experiment.training()).isEqualTo(new Training());
      assertThat(experiment.metrics()).isEmpty();
      assertThat(experiment.plots()).isEqualTo(new Plots());
    }

    @Test
    void whatHasNoDefaultIsMissed() {
      assertThat(folder.problemsOfWhole("precision: float64"))
          .containsExactly(
              "main.yaml:1:1: dataset: missing; expected the name of a dataset or a map with"
                  + " 'type'. 'kassei list datasets' shows them all",
              "main.yaml:1:1: model: missing; expected the name of a model or a map with"
                  + " 'type'. Known models: lenet, mlp, residual_mlp, sequential, siren",
              "main.yaml:1:1: loss: missing; expected the name of a loss or a map with 'type'."
                  + " 'kassei list losses' shows them all",
              "main.yaml:1:1: optimizer: missing; expected the name of an optimizer or a map with"
                  + " 'type'. 'kassei list optimizers' shows them all");
    }

    @Test
    void aNameMustBeAFolderOnEverySystem() {
      for (String name : List.of("a/b", "..", "aux", "con.txt", "a.", "' a'", "\"\"", "a:b")) {
        assertThat(folder.problems("name: " + name))
            .singleElement()
            .asString()
            .startsWith("main.yaml:2:7: name: name must be a folder name on every system");
      }
      assertThat(load("name: ReLU+He, 活性").name()).isEqualTo("ReLU+He, 活性");
    }

    @Test
    void aNameMustBeShortEnoughForAFolderWithANumber() {
      assertThat(folder.problems("name: " + "活".repeat(100)))
          .singleElement()
          .asString()
          .startsWith(
              "main.yaml:2:7: name: name must have at most 200 characters and 240 bytes of UTF-8,"
                  + " but had 100 and 300: '活");
      assertThat(load("name: " + "活".repeat(80)).name()).hasSize(80);
    }
  }

  @Nested
  class Records {
    @Test
    void aNumberSeedsEverything() {
      assertThat(load("seed: 7").seed()).isEqualTo(new Seeds(7, 7, 7, 7, 7));
    }

    @Test
    void oneSeedCanBeSetOverTheOthers() {
      assertThat(load("seed: 7", "seed.weights=3").seed()).isEqualTo(new Seeds(7, 7, 3, 7, 7));
      assertThat(load("seed.weights: 3").seed()).isEqualTo(new Seeds(1, 1, 3, 1, 1));
    }

    @Test
    void aSeedIsAWholeNumberOrAMap() {
      assertThat(folder.problems("seed: many"))
          .containsExactly("main.yaml:2:7: seed: expected an integer but was 'many'");
      assertThat(folder.problems("seed: [1]"))
          .containsExactly(
              "main.yaml:2:7: seed: expected an integer or a map with the keys data, split,"
                  + " weights, order, noise but was a list; leave out the brackets");
    }

    @Test
    void keysOfADatasetAndOfItsSourceStandTogether() {
      DatasetConfig dataset =
          load("dataset: {type: csv, path: a.csv, label: y, standardize: true}").dataset();

      assertThat(dataset)
          .isEqualTo(
              new DatasetConfig(
                  new Csv("a.csv", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE),
                  new Split(),
                  true));
    }

    @Test
    void anUnknownKeyOfADatasetIsRefusedWithTheKeysOfBoth() {
      assertThat(folder.problems("dataset: {type: csv, path: a.csv, label: y, standardise: true}"))
          .containsExactly(
              "main.yaml:2:45: dataset.standardise: unknown key; here it is 'standardize'."
                  + " Known keys: path, test_path, header, delimiter, decimal, thousands, label,"
                  + " sample_weight, features, ignore, categorical, ordinal, task, missing, split,"
                  + " standardize, target, augment, name");
    }

    @Test
    void theTrainingPartIsWhatTheOthersLeave() {
      Split split =
          load("dataset: {type: xor, split: {validation: .2, test: .3}}").dataset().split();

      assertThat(split.train()).isEmpty();
      assertThat(split.trainFraction()).isEqualTo(0.5);
    }

    @Test
    void partsSumToOne() {
      assertThat(folder.problems("dataset: {type: xor, split: {train: .8, test: .3}}"))
          .containsExactly(
              "main.yaml:2:37: dataset.split.train: train, validation and test must sum to 1 but"
                  + " sum to 1.1");
      assertThat(folder.problems("dataset: {type: xor, split: {train: 1.2, test: -.2}}"))
          .singleElement()
          .asString()
          .endsWith("train must be between 0 and 1 but was 1.2");
    }

    @Test
    void batchSizeIsANumberOrAll() {
      assertThat(load("training: {batch_size: 8}").training().batchSize())
          .isEqualTo(BatchSize.rows(8));
      assertThat(load("training.batch_size: all").training().batchSize())
          .isEqualTo(BatchSize.all());
      for (String wrong : List.of("0", "-1", "some", "1.5", "99999999999")) {
        assertThat(folder.problems("training: {batch_size: " + wrong + "}"))
            .singleElement()
            .asString()
            .startsWith(
                "main.yaml:2:24: training.batch_size: expected a number of rows from 1 to 999999999, or")
            .contains(wrong);
      }
      assertThat(folder.problems("training: {batch_size: {rows: 3}}"))
          .singleElement()
          .asString()
          .contains("but was a map");
    }

    @Test
    void anInitializerAloneIsThatOfTheWeights() {
      Mlp mlp = (Mlp) load("model: {type: mlp, initializer: {type: normal, mean: 2}}").model();

      assertThat(mlp.initializer()).isEqualTo(new Initializers(new Normal(2, 1), new Zeros()));
    }

    @Test
    void keysBesideAShorterFormAreLaidOverIt() {
      Mlp mlp =
          (Mlp)
              load("model: {type: mlp, initializer: he_normal}", "model.initializer.bias=normal")
                  .model();

      assertThat(mlp.initializer()).isEqualTo(new Initializers(new HeNormal(), new Normal(0, 1)));
    }

    @Test
    void optionalNumbers() {
      Training training = load("training: {log_every: 5, clip_norm: 1}").training();

      assertThat(training.logEvery()).isEqualTo(OptionalInt.of(5));
      assertThat(training.clipNorm()).isEqualTo(OptionalDouble.of(1));
    }

    @Test
    void metricsAreAListOrOne() {
      assertThat(load("metrics: share").metrics()).containsExactly(new Share());
    }

    @Test
    void aMinimizerIsAnOptimizerToo() {
      assertThat(load("optimizer: one_step").optimizer()).isEqualTo(new OneStep());
    }

    @Test
    void aConstructorObjectsEvenIfAnotherComponentFailed() {
      assertThat(folder.problems("training: {epochs: -1, batch_size: some}"))
          .extracting(problem -> problem.replaceAll(" but was.*", ""))
          .containsExactly(
              "main.yaml:2:20: training.epochs: epochs must not be negative",
              "main.yaml:2:36: training.batch_size: expected a number of rows from 1 to 999999999, or 'all',");
      assertThat(folder.problems("model: {type: mlp, hidden: some, activation: relu}"))
          .containsExactly("main.yaml:2:28: model.hidden: expected an integer but was 'some'");
    }

    @Test
    void aBatchIsNoExperiment() {
      assertThat(folder.problems("batch: {grid: {seed: [1, 2]}}"))
          .containsExactly(
              "main.yaml:2:8: batch: the file describes a batch, but here one experiment is needed;"
                  + " 'kassei validate' prints the plan of a batch");
    }
  }

  @Nested
  class Settings {
    @Test
    void aSettingLiesOverTheFile() {
      assertThat(load("optimizer: {type: sgd, learning_rate: 1}", "optimizer.learning_rate=2"))
          .extracting(ExperimentConfig::optimizer)
          .isEqualTo(sgd(2));
    }

    @Test
    void aPathThroughAWordMakesItTheType() {
      Mlp mlp = (Mlp) load("model: mlp", "model.hidden=4", "model.activation=relu").model();

      assertThat(mlp.hidden()).containsExactly(4);
      assertThat(mlp.activation()).containsExactly(new Relu());
    }

    @Test
    void theLastSettingWins() {
      assertThat(load("", "name=a", "name=b").name()).isEqualTo("b");
    }

    @Test
    void anotherTypeReplaces() {
      assertThat(load("optimizer: {type: sgd, momentum: .9}", "optimizer=adam").optimizer())
          .isEqualTo(new Adam());
    }

    @Test
    void valuesAreYaml() {
      assertThat(load("", "optimizer={type: sgd, learning_rate: .5}").optimizer())
          .isEqualTo(sgd(0.5));
    }

    @Test
    void problemsNameTheSetting() {
      assertThat(folder.problems("", "optimizer.lerning_rate=1"))
          .containsExactly(
              "--set optimizer.lerning_rate: unknown key; did you mean 'learning_rate'? Known keys:"
                  + " learning_rate, momentum, dampening, nesterov, weight_decay, name");
      assertThat(folder.problems("", "training.epochs=many"))
          .containsExactly("--set training.epochs: expected an integer but was 'many'");
      assertThat(folder.problems("", "name=[a"))
          .singleElement()
          .asString()
          .startsWith("--set name: not YAML: ");
    }

    @Test
    void aSettingHasAPathAndAValue() {
      assertThat(folder.problems("", "model.hidden"))
          .containsExactly(
              "--set model.hidden: expected path=value, such as optimizer.learning_rate=0.01");
      assertThat(folder.problems("", "=3")).singleElement().asString().contains("path=value");
      assertThat(folder.problems("", "model..hidden=3"))
          .singleElement()
          .asString()
          .contains("path=value");
    }
  }

  @Nested
  class ReadingFiles {
    @Test
    void aByteOrderMarkIsAccepted() {
      assertThat(
              folder
                  .loadWhole("\uFEFFname: a\ndataset: xor\nmodel: mlp\nloss: mse\noptimizer: sgd\n")
                  .experiment()
                  .name())
          .isEqualTo("a");
    }

    @Test
    void anotherEncodingIsRefusedWhereItShows() throws IOException {
      Path file = temporary.resolve("latin.yaml");
      Files.write(file, "name: a\nloss: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(message(file))
          .endsWith("latin.yaml:2:10: not UTF-8; save the file in that encoding");
    }

    @Test
    void aFileMustExist() {
      assertThat(message(temporary.resolve("none.yaml"))).contains("there is no such file");
      assertThat(message(temporary)).endsWith("is a folder");
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
      Path file = temporary.resolve("huge.yaml");
      Files.write(file, new byte[11 << 20]);

      assertThat(message(file)).endsWith("is larger than 10 MiB");
    }

    @Test
    void otherFormatsAreRefused() {
      assertThat(load("format: 1").name()).isEqualTo("main");
      assertThat(folder.problems("format: 2"))
          .containsExactly("main.yaml:2:9: format: this version reads format 1 but was 2");
    }

    @Test
    void problemsOfAllFilesAreSortedByPlace() {
      folder.write(
          "base.yaml", "dataset: xor\nmodel: mlp\nloss: mze\noptimizer: {type: sgd, rate: 1}\n");

      assertThat(folder.problems("extends: base.yaml\nprecision: half\nfoo: 1"))
          .extracting(problem -> problem.replaceAll(": .*", ""))
          .containsExactly("base.yaml:3:7", "base.yaml:4:24", "main.yaml:2:12", "main.yaml:3:1");
    }

    private String message(Path file) {
      return catchThrowableOfType(ConfigurationException.class, () -> Loading.load(file))
          .getMessage();
    }
  }

  @Nested
  class Extending {
    @Test
    void chainsLieOverEachOther() {
      folder.write(
          "a.yaml", "dataset: xor\nmodel: mlp\nloss: mse\noptimizer: {type: sgd, momentum: .5}");
      folder.write("b.yaml", "extends: a.yaml\noptimizer.learning_rate: 2\nseed: 2");

      ExperimentConfig experiment = load("extends: b.yaml\nseed: 3");

      assertThat(experiment.optimizer()).isEqualTo(new Sgd(2, 0.5, 0, false, 0));
      assertThat(experiment.seed()).isEqualTo(Seeds.all(3));
    }

    @Test
    void circlesAreRefused() {
      folder.write("a.yaml", "extends: main.yaml");

      assertThat(folder.problems("extends: a.yaml"))
          .containsExactly(
              "a.yaml:1:10: extends: the files extend each other in a circle:"
                  + " main.yaml → a.yaml → main.yaml");
      assertThat(folder.problems("extends: ./main.yaml"))
          .singleElement()
          .asString()
          .contains("circle");
    }

    @Test
    void theFileMustExist() {
      assertThat(folder.problems("extends: none.yaml"))
          .singleElement()
          .asString()
          .startsWith("main.yaml:1:10: extends: there is no file '");
      assertThat(folder.problems("extends: [a, b]"))
          .containsExactly(
              "main.yaml:1:10: extends: expected the path of a YAML file but was a list");
    }

    @Test
    void pathsStartWhereTheyAreWritten() {
      String whole = "model: mlp\nloss: mse\noptimizer: sgd\n";
      folder.write("a/base.yaml", "dataset: {type: csv, path: d.csv, label: y}\n" + whole);
      folder.write("sub/above.yaml", "extends: ../a/base.yaml");

      LoadedConfig config = folder.load("extends: sub/above.yaml\ntraining.initial_weights: w/x");

      assertThat(config.experiment().dataset().source())
          .isEqualTo(
              new Csv("a/d.csv", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE));
      assertThat(config.experiment().training().initialWeights()).contains("w/x");
      assertThat(config.folder()).isEqualTo(temporary.toAbsolutePath());
    }

    @Test
    void pathsStartInTheFolderThatAFileNames() {
      String whole = "model: mlp\nloss: mse\noptimizer: sgd\n";
      folder.write(
          "a/base.yaml", "folder: ../b\ndataset: {type: csv, path: d.csv, label: y}\n" + whole);

      LoadedConfig config =
          folder.load("folder: c\nextends: a/base.yaml\ntraining.initial_weights: w");

      assertThat(config.folder()).isEqualTo(temporary.resolve("c").toAbsolutePath());
      assertThat(config.experiment().training().initialWeights()).contains("w");
      assertThat(config.experiment().dataset().source())
          .isEqualTo(
              new Csv("../b/d.csv", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE));
    }

    @Test
    void pathsAreAsTypedInTheFolderOfTheMainFile() {
      assertThat(load("dataset: {type: csv, path: ./x/../d.csv, label: y}").dataset().source())
          .isEqualTo(
              new Csv("./x/../d.csv", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE));
      assertThat(
              load("dataset: {type: csv, path: d, label: y}", "dataset.path=e").dataset().source())
          .isEqualTo(new Csv("e", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE));
    }

    @Test
    void aTextThatCannotBeAPathIsRefused() {
      assertThat(folder.problems("dataset: {type: csv, path: \"a\\0b\", label: y}"))
          .singleElement()
          .asString()
          .endsWith("is not a path of this system");
    }
  }
}
