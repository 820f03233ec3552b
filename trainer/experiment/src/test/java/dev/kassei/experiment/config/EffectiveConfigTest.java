package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.builtins.dataset.Csv;
import dev.kassei.builtins.dataset.Header;
import dev.kassei.builtins.dataset.Missing;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.fixtures.plugins.Everything;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfigTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  /** Loads a fragment, loads its effective text, and expects the same experiment. */
  private String printed(String fragment) {
    LoadedConfig config = folder.load(fragment);
    String text = config.effective();
    LoadedConfig again = folder.loadWhole(text);
    assertThat(again.experiment()).as(text).isEqualTo(config.experiment());
    assertThat(again.effective()).isEqualTo(text);
    return text;
  }

  @Test
  void layersKeepTheirNamesAndRepetitions() {
    assertThat(
            printed(
                "model: {type: sequential, layers: [{repeat: 2, layers: [{type: dense, units: 2,"
                    + " name: shared}, tanh]}, {type: dense, units: 1}]}"))
        .contains("    - type: repeat\n      repeat: 2\n      layers:\n        - type: dense\n")
        .contains("          name: shared\n          units: 2\n");
  }

  @Test
  void everyDefaultIsSpelledOut() {
    assertThat(printed("name: small\nmodel: {type: mlp, hidden: [4, 3], activation: relu}"))
        .isEqualTo(
            """
            format: 1
            name: small
            precision: float32
            seed:
              data: 1
              split: 1
              weights: 1
              order: 1
              noise: 1
            dataset:
              type: xor
              split:
                train: ~
                validation: 0
                test: 0
                stratify: ~
                folds: ~
                fold: ~
                file: ~
              standardize: false
              target:
                standardize: false
              augment: ~
            model:
              type: mlp
              hidden: [4, 3]
              activation: [relu]
              output_activation: ~
              initializer:
                weight: auto
                bias: zeros
              norm: ~
              dropout: 0
              alpha_dropout: 0
            loss: mse
            optimizer:
              type: sgd
              learning_rate: 0.01
              momentum: 0
              dampening: 0
              nesterov: false
              weight_decay: 0
            metrics: []
            training:
              epochs: 100
              max_steps: ~
              time_budget: ~
              batch_size: 32
              drop_last: false
              shuffle: true
              class_weights: ~
              validate_every:
                epochs: ~
                steps: ~
              train_metrics: false
              log_every: ~
              accumulate: 1
              clip_value: ~
              clip_norm: ~
              sharpness_aware: ~
              exclude_from_decay: []
              layer_rates: []
              schedule: ~
              initial_weights: ~
              early_stopping: ~
              target: ~
              listeners: []
            layer_statistics: ~
            plots:
              draw: true
              surface:
                range: ~
                points: 100
            """);
  }

  @Test
  void listsOfMapsStandBelowEachOther() {
    assertThat(
            printed(
                "model: {type: mlp, hidden: [1, 1], activation: [{type: leaky_relu, alpha: 1},"
                    + " relu]}"))
        .contains(
            """
              activation:
                - type: leaky_relu
                  alpha: 1
                - relu
            """);
  }

  @Test
  void namesAndPeersSurvive() {
    String activation = "{type: hard_sigmoid, like: article, width: 3, name: 'hard: sigmoid'}";

    String text = printed("model: {type: mlp, hidden: 1, activation: " + activation + "}");

    assertThat(text).contains("type: hard_sigmoid", "like: article", "name: \"hard: sigmoid\"");
    LoadedConfig again = folder.loadWhole(text);
    Object bound = ((Mlp) again.experiment().model()).activation().get(0);
    assertThat(again.names().of(bound)).isEqualTo("hard: sigmoid");
  }

  @Test
  void aPeerOfTheSameRecordIsSpelledOut() {
    assertThat(
            printed("model: {type: mlp, hidden: 1, activation: {type: hard_sigmoid, like: onnx}}"))
        .contains("slope: 0.2")
        .doesNotContain("like");
  }

  @Test
  void emptyOptionalsSurviveWhereTheDefaultIsNot() {
    String text = printed("model: {type: mlp, hidden: 1, activation: {type: everything, note: ~}}");

    var bound =
        (Everything) ((Mlp) folder.loadWhole(text).experiment().model()).activation().get(0);
    assertThat(bound.note()).isEmpty();
  }

  @Test
  void textsThatLookLikeNumbersStandInQuotes() {
    assertThat(printed("dataset: {type: csv, path: '7', label: 'true', delimiter: \"\\t\"}"))
        .contains("path: \"7\"", "label: [\"true\"]", "delimiter: \"\\t\"");
    assertThat(printed("dataset: {type: csv, path: ../実験/a b.csv, label: '~', delimiter: ' '}"))
        .contains("path: ../実験/a b.csv", "label: [\"~\"]", "delimiter: \" \"");
  }

  @Test
  void pathsOfAnExtendedFileAreRelativeToTheMainFile() {
    folder.write(
        "a/base.yaml",
        "dataset: {type: csv, path: d.csv, label: y}\nmodel: mlp\nloss: mse\noptimizer: sgd\n");

    String text = printed("extends: a/base.yaml");

    assertThat(text).contains("path: a/d.csv");
    assertThat(folder.loadWhole(text).experiment().dataset().source())
        .isEqualTo(new Csv("a/d.csv", Header.AUTO, ",", "y", Task.AUTO, List.of(), Missing.REFUSE));
  }

  @Test
  void pluginPathsAreKept() throws Exception {
    Path services = temporary.resolve("more/META-INF/services");
    Files.createFile(Files.createDirectories(services).resolve("dev.kassei.api.Activation"));

    assertThat(printed("plugins: more")).startsWith("format: 1\nplugins: [more]\n");
    assertThat(folder.problems("plugins: [none]"))
        .singleElement()
        .asString()
        .startsWith("main.yaml:2:10: plugins: the plugin path")
        .endsWith("does not exist");
    assertThat(folder.problems("plugins: {a: 1}"))
        .containsExactly("main.yaml:2:10: plugins: expected a list of paths but was a map");
  }
}
