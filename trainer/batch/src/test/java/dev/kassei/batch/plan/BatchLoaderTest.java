package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.plugins.LeakyRelu;
import dev.kassei.fixtures.plugins.Relu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLoaderTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  private BatchConfig grid(String axes, String... settings) {
    return folder.batch("batch: {grid: {" + axes + "}}", settings);
  }

  private static List<String> labels(BatchConfig batch, String path) {
    return batch.trials().stream().map(trial -> trial.axes().getOrDefault(path, "-")).toList();
  }

  private static List<Map<String, String>> axes(BatchConfig batch) {
    return batch.trials().stream().map(TrialConfig::axes).toList();
  }

  private static ExperimentConfig experiment(BatchConfig batch, int number) {
    return batch.trials().get(number - 1).config().experiment();
  }

  private static Mlp mlp(BatchConfig batch, int number) {
    return (Mlp) experiment(batch, number).model();
  }

  @Nested
  class Order {
    @Test
    void theFirstAxisIsTheSlowestAndSeedsAreTheFastest() {
      BatchConfig batch = grid("seed: [1, 2], model.activation: [relu, tanh], loss: [mse]");

      assertThat(labels(batch, "model.activation")).containsExactly("relu", "relu", "tanh", "tanh");
      assertThat(labels(batch, "seed")).containsExactly("1", "2", "1", "2");
      assertThat(batch.trials()).extracting(TrialConfig::number).containsExactly(1, 2, 3, 4);
      assertThat(batch.trials().get(0).axes().keySet())
          .containsExactly("model.activation", "loss", "seed");
    }

    @Test
    void tiedAxesMoveTogether() {
      BatchConfig batch =
          folder.batch("batch: {zip: {model.activation: [relu, tanh], training.epochs: [5, 6]}}");

      assertThat(axes(batch))
          .containsExactly(
              Map.of("model.activation", "relu", "training.epochs", "5"),
              Map.of("model.activation", "tanh", "training.epochs", "6"));
      assertThat(experiment(batch, 2).training().epochs()).isEqualTo(6);
    }

    @Test
    void blocksAreJoinedAndWhatStandsBesideThemIsInEach() {
      BatchConfig batch =
          folder.batch(
              """
              batch:
                blocks:
                  - grid: {model.activation: [relu]}
                  - grid: {optimizer.learning_rate: [0.5]}
                grid: {seed: [1, 2]}
              """);

      assertThat(axes(batch))
          .containsExactly(
              Map.of("model.activation", "relu", "seed", "1"),
              Map.of("model.activation", "relu", "seed", "2"),
              Map.of("optimizer.learning_rate", "0.5", "seed", "1"),
              Map.of("optimizer.learning_rate", "0.5", "seed", "2"));
    }

    @Test
    void excludedCombinationsAreLeftOut() {
      BatchConfig batch =
          folder.batch(
              """
              batch:
                grid: {model.activation: [relu, tanh], optimizer.learning_rate: [1e-3, .1, 1]}
                exclude:
                  - {model.activation: relu, optimizer.learning_rate: 1}
                  - {model.activation: tanh, optimizer.learning_rate: [.001, 1e-1]}
              """);

      assertThat(axes(batch))
          .extracting(each -> String.join(" ", each.values()))
          .containsExactly("relu 0.001", "relu 0.1", "tanh 1");
    }
  }

  @Nested
  class Values {
    @Test
    void aWholePluginMapIsAValue() {
      BatchConfig batch =
          grid("model.activation: [relu, {type: leaky_relu, alpha: .2}, {formula: 'x * x'}]");

      assertThat(labels(batch, "model.activation"))
          .containsExactly("relu", "leaky_relu(alpha=0.2)", "x * x");
      assertThat(mlp(batch, 2).activation()).containsExactly(new LeakyRelu(0.2));
    }

    @Test
    void aGivenNameWins() {
      BatchConfig batch =
          grid("model.activation: [{type: leaky_relu, alpha: .2, name: a fifth}, relu]");

      assertThat(labels(batch, "model.activation")).containsExactly("a fifth", "relu");
    }

    @Test
    void aListIsAValueOfAnAxisOfLists() {
      BatchConfig batch = grid("model.hidden: [[16, 8], [4], 3]");

      assertThat(labels(batch, "model.hidden")).containsExactly("[16 8]", "[4]", "3");
      assertThat(mlp(batch, 1).hidden()).containsExactly(16, 8);
      assertThat(mlp(batch, 3).hidden()).containsExactly(3);
    }

    @Test
    void evenlySpacedNumbersAreExactDecimals() {
      BatchConfig batch = grid("optimizer.learning_rate: {linear: [0.1, 1], count: 10}");

      assertThat(labels(batch, "optimizer.learning_rate"))
          .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1");
    }

    @Test
    void everyPluginOfAFamilyThatNeedsNothing() {
      assertThat(labels(grid("loss: {all: true, except: [cross_entropy]}"), "loss"))
          .contains("mse", "binary_cross_entropy")
          .doesNotContain("cross_entropy");
      assertThat(
              labels(
                  grid("optimizer: {all: true, except: [one_step, lbfgs, cma_es, random_search]}"),
                  "optimizer"))
          .contains("sgd", "adam");
      assertThat(labels(grid("model.initializer: {all: true}"), "model.initializer"))
          .contains("he_normal")
          .doesNotContain("constant");
    }

    @Test
    void wholeDataSetsWithPathsOfAnotherFolder() {
      folder.write("sub/base.yaml", "batch: {grid: {dataset: [{type: csv, path: a.csv}, xor]}}");
      Path file =
          folder.write(
              "main.yaml", "extends: sub/base.yaml\nmodel: mlp\nloss: mse\noptimizer: sgd\n");

      BatchConfig batch = new FileLoader(Plugins.builtIn()).batch(file, List.of());

      assertThat(batch.trials().get(0).config().effective()).contains("path: sub/a.csv");
      assertThat(batch.effective()).contains("path: sub/a.csv");
    }

    @Test
    void theSplitStaysWhenAnAxisChoosesAnotherDataSet() {
      BatchConfig batch =
          folder.batch(
              """
              dataset: {type: iris, standardize: true, split: {test: .25}}
              batch:
                grid:
                  dataset: [iris, wine, {type: digits, standardize: false, split: {test: .5}}]
              """);

      assertThat(batch.trials())
          .extracting(trial -> trial.config().experiment().dataset())
          .extracting(dataset -> dataset.standardize() + " " + dataset.split().test())
          .containsExactly("true 0.25", "true 0.25", "false 0.5");
    }

    @Test
    void foldsAreAnAxisLikeAnyOther() {
      BatchConfig batch =
          folder.batch(
              """
              dataset.split: {folds: 3}
              batch: {grid: {dataset: [iris, wine], dataset.split.fold: {from: 0, count: 3}}}
              """);

      assertThat(batch.trials()).hasSize(6);
      assertThat(batch.trials().get(5).config().effective()).contains("wine", "fold: 2");
    }

    @Test
    void anAxisInsideAMapLiesOverOneForTheWhole() {
      BatchConfig batch =
          grid(
              "model.activation.alpha: [.1, .3], model.activation: [{type: leaky_relu, alpha: 5}]");

      assertThat(mlp(batch, 1).activation()).containsExactly(new LeakyRelu(0.1));
    }

    @Test
    void theDefaultsOfAnExperimentAreThoseOfItsTrials() {
      assertThat(experiment(grid("seed: [3]"), 1).seed()).isEqualTo(Seeds.all(3));
      assertThat(experiment(grid("seed.order: [3]"), 1).seed()).isEqualTo(new Seeds(1, 1, 1, 3, 1));
    }
  }

  @Nested
  class Random {
    private static final String RATES =
        "optimizer.learning_rate: {log_uniform: [1e-4, 1]}, optimizer.momentum: {uniform: [0, .9]}";

    private BatchConfig random(String keys) {
      return folder.batch("batch: {random: {" + keys + "}}");
    }

    @Test
    void samplesAreDrawnByNameAndSeed() {
      BatchConfig both = random("samples: 50, seed: 7, " + RATES);
      BatchConfig one =
          random("samples: 50, seed: 7, optimizer.learning_rate: {log_uniform: [1e-4, 1]}");
      BatchConfig other = random("samples: 50, seed: 8, " + RATES);

      List<String> rates = labels(both, "optimizer.learning_rate");
      assertThat(rates).isEqualTo(labels(one, "optimizer.learning_rate"));
      assertThat(rates).isNotEqualTo(labels(other, "optimizer.learning_rate"));
      assertThat(rates.stream().filter(rate -> Double.parseDouble(rate) < 0.01).count())
          .isBetween(15L, 35L);
      assertThat(rates).allMatch(rate -> rate.length() < 13);
      assertThat(labels(both, "optimizer.momentum"))
          .allSatisfy(value -> assertThat(Double.parseDouble(value)).isBetween(0.0, 0.9));
    }

    @Test
    void moreSamplesKeepTheFirstOnes() {
      List<String> few = labels(random("samples: 5, " + RATES), "optimizer.momentum");
      List<String> many = labels(random("samples: 9, " + RATES), "optimizer.momentum");

      assertThat(many.subList(0, 5)).isEqualTo(few);
    }

    @Test
    void choicesAndGridsMultiply() {
      BatchConfig batch =
          folder.batch(
              """
              batch:
                random: {samples: 3, optimizer.momentum: {uniform: [0, 1]}, model.activation: {choice: [relu, tanh]}}
                grid: {seed: [1, 2]}
              """);

      assertThat(batch.trials()).hasSize(6);
      assertThat(labels(batch, "seed")).containsExactly("1", "2", "1", "2", "1", "2");
      assertThat(labels(batch, "model.activation")).isSubsetOf("relu", "tanh");
    }
  }

  @Nested
  class Settings {
    @Test
    void aSettingChangesOneNumberOfAnAxis() {
      BatchConfig batch = grid("seed: {from: 1, count: 3}", "batch.grid.seed.count=5");

      assertThat(labels(batch, "seed")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aSettingReplacesTheValuesOfAnAxisHoweverItWasTyped() {
      BatchConfig batch =
          grid("model: {activation: [relu, tanh]}", "batch.grid.model.activation=[mish]");

      assertThat(labels(batch, "model.activation")).containsExactly("mish");
    }

    @Test
    void aSettingUnderAnAxisIsTheSameForAllTrials() {
      BatchConfig batch = grid("seed: [1, 2]", "optimizer.learning_rate=0.5");

      assertThat(experiment(batch, 2).optimizer()).isEqualTo(new Sgd(0.5, 0, 0, false, 0));
    }
  }

  @Nested
  class Warnings {
    @Test
    void equalTrialsRunOnce() {
      BatchConfig batch = grid("optimizer.learning_rate: [0.1, 1e-1, .2], seed: [1, 2]");

      assertThat(batch.trials()).hasSize(4);
      assertThat(batch.warnings())
          .containsExactly(
              "trials left out as the same experiment as an earlier one: 2 of 6, such as"
                  + " {optimizer.learning_rate=0.1, seed=1}, which comes twice");
    }

    @Test
    void listenersThatFewTrialsHave() {
      BatchConfig batch =
          folder.batch(
              "training: {listeners: [{type: noting, path: a}]}\nbatch: {grid: {seed: [1, 2]}}");

      assertThat(batch.warnings())
          .containsExactly(
              "training.listeners: listeners hear the runs that 'keep' saves, but no other trials");
    }

    @Test
    void oneFormulaUnderTwoNames() {
      BatchConfig batch = grid("model.activation: [relu, tanh, other_relu], seed: [1, 2]");

      assertThat(batch.warnings())
          .containsExactly(
              "model.activation: relu and other_relu are the same formula under different names");
    }
  }

  @Nested
  class Tuning {
    private BatchConfig tuned(String seeds, String tune) {
      return folder.batch(
          "dataset.split.validation: .25\nbatch: {grid: {model.activation: [relu, tanh], "
              + seeds
              + "}, tune: {"
              + tune
              + "}}");
    }

    @Test
    void trialsOfOneSplitAreTunedTogether() {
      String tune = "grid: {optimizer.learning_rate: [.1, .2, .3]}, seeds: [7]";
      BatchConfig batch = tuned("seed.weights: {from: 1, count: 4}", tune);
      Tune tuning = batch.tune().orElseThrow();

      assertThat(tuning.groups()).isEqualTo(2);
      assertThat(tuning.size()).isEqualTo(6);
      assertThat(batch.trials()).extracting(tuning::group).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
      assertThat(tuning.candidates(1)).extracting(TrialConfig::number).containsExactly(4, 5, 6);
      assertThat(tuning.candidates(1))
          .extracting(candidate -> candidate.config().experiment().seed())
          .containsOnly(new Seeds(1, 1, 7, 7, 7));
    }

    @Test
    void noCandidateHasAnotherSplitThanTheTrialItIsFor() {
      BatchConfig batch = tuned("seed: {from: 1, count: 4}", "grid: {optimizer.momentum: [0, .9]}");
      Tune tuning = batch.tune().orElseThrow();

      for (TrialConfig trial : batch.trials()) {
        Seeds own = trial.config().experiment().seed();
        assertThat(tuning.candidates(trial))
            .hasSize(6)
            .extracting(candidate -> candidate.config().experiment().seed())
            .allMatch(seed -> seed.split() == own.split() && seed.data() == own.data())
            .noneMatch(seed -> seed.weights() == own.weights());
      }
    }

    @Test
    void candidateNumbersAreUniqueAndTellTheirAssignment() {
      Tune tuning =
          tuned("seed: [1, 2]", "grid: {optimizer.momentum: [0, .9], training.epochs: [1, 2]}")
              .tune()
              .orElseThrow();
      var numbers = new ArrayList<Integer>();
      for (int group = 0; group < tuning.groups(); group++) {
        for (TrialConfig candidate : tuning.candidates(group)) {
          numbers.add(candidate.number());
          assertThat(candidate.axes())
              .containsAllEntriesOf(tuning.assignments().get(tuning.assignment(candidate)));
        }
      }
      assertThat(numbers)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, (int) tuning.size()).boxed().toList());
    }

    @Test
    void theEdgeOfANumericAxisIsNamed() {
      Tune tuning =
          tuned(
                  "seed: [1]",
                  "grid: {optimizer.momentum: [0, .9], optimizer.learning_rate: [.1, 1, .5]}")
              .tune()
              .orElseThrow();

      assertThat(tuning.edges(0)).containsExactly("optimizer.learning_rate");
      assertThat(tuning.edges(2)).isEmpty();
    }

    @Test
    void seedsOfReportedTrialsAreWarnedOf() {
      assertThat(
              tuned("seed: [1, 2]", "grid: {optimizer.momentum: [0, .9]}, seeds: [2, 3]")
                  .warnings())
          .containsExactly(
              "tune.seeds has 2, with which a trial draws its weights, too; take others");
    }
  }

  @Nested
  class Effective {
    @Test
    void theBatchReadsBack() {
      BatchConfig batch =
          folder.batch(
              """
              name: whole
              dataset.split.validation: .25
              batch:
                blocks:
                  - grid: {model: {activation: [relu, {type: elu, alpha: .5, name: "a, b"}]}}
                    exclude: {model.activation: relu, seed: 1}
                  - list: [{name: x, model.hidden: [3, 4]}, {training.epochs: 4}]
                random: {samples: 2, optimizer.momentum: {uniform: [0, 1]}}
                grid: {seed: {from: 1, count: 2}}
                tune: {grid: {optimizer.learning_rate: {log: [.1, 1], count: 3}}}
                compare: {reference: relu}
                keep: none
              """);
      Path again = folder.write("again.yaml", batch.effective());

      BatchConfig read = new FileLoader(Plugins.builtIn()).batch(again, List.of());

      assertThat(read.effective()).isEqualTo(batch.effective());
      assertThat(axes(read)).isEqualTo(axes(batch));
      assertThat(read.compare()).isEqualTo(batch.compare());
      assertThat(read.keep()).isEqualTo(Keep.NONE);
      assertThat(read.trials())
          .extracting(trial -> trial.config().effective())
          .containsExactlyElementsOf(
              batch.trials().stream().map(trial -> trial.config().effective()).toList());
    }

    @Test
    void inAnotherFolderItHasTheSamePathsAndLabels() {
      BatchConfig batch =
          grid("dataset: [{type: csv, path: data/a.csv, label: y}, xor], model.activation: [relu]");
      Path file =
          folder.write(
              "runs/main/config.yaml", batch.effectiveIn(folder.path().resolve("runs/main")));

      BatchConfig read = new FileLoader(Plugins.builtIn()).batch(file, List.of());

      assertThat(axes(read)).isEqualTo(axes(batch));
      assertThat(read.folder()).isEqualTo(batch.folder());
      assertThat(read.effective()).isEqualTo(batch.effective());
      assertThat(batch.effectiveIn(batch.folder())).isEqualTo(batch.effective());
    }

    @Test
    void eachTrialCanBeRunByItself() {
      BatchConfig batch = grid("model.activation: [relu, {type: elu, alpha: .5}], seed: [1, 2]");

      for (TrialConfig trial : batch.trials()) {
        LoadedConfig alone = folder.loadWhole(trial.config().effective());
        assertThat(alone.experiment()).isEqualTo(trial.config().experiment());
      }
    }
  }

  @Test
  void equalPartsOfTrialsAreOneObject() {
    BatchConfig batch = grid("model.activation: [relu, tanh], seed: {from: 1, count: 500}");

    Set<Integer> models =
        batch.trials().stream()
            .map(trial -> System.identityHashCode(trial.config().experiment().model()))
            .collect(Collectors.toSet());
    assertThat(batch.trials()).hasSize(1_000);
    assertThat(models).hasSize(2);
    assertThat(mlp(batch, 1).activation()).containsExactly(new Relu());
  }
}
