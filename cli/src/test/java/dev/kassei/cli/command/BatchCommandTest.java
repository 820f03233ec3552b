package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of batches before anything runs. */
class BatchCommandTest {
  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = temporary.resolve("batch.yaml");
    Files.copy(
        Configs.FOLDER.resolve("data/three-blobs.csv"), temporary.resolve("three-blobs.csv"));
    Files.writeString(
        file,
        """
        dataset: {type: csv, path: three-blobs.csv, label: colour, split.validation: .2, split.test: .2}
        model: {type: mlp, hidden: [8]}
        loss: cross_entropy
        optimizer: sgd
        batch:
          grid:
            model.activation: [relu, {type: gelu, like: article}, leaky_gelu, {formula: "max(x, 0)"}]
            seed.weights: {from: 1, count: 20}
          tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}}
          compare: {metric: test.accuracy, reference: relu}
        """);
  }

  /** A unit of max(x − 1000, 0) is dead over these rows, whatever the seed. */
  @Test
  void deadNetworksCanBeCompared() throws IOException {
    Files.writeString(
        file,
        """
        dataset: xor
        model: {type: mlp, hidden: [4]}
        loss: binary_cross_entropy
        optimizer: sgd
        training: {epochs: 2, batch_size: all}
        layer_statistics: train
        batch:
          grid:
            model.activation: [{name: dead, formula: "max(x - 1000, 0)"}, tanh]
            seed: {from: 1, count: 8}
          compare: {metric: train.dead_network, reference: dead}
        """);
    Invocation run = Invocation.of("run", file, "--out", temporary, "--no-plots");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("tanh beats dead with 8 of 8 seeds (mean improvement 1,");
  }

  @Test
  void thePlanIsPrintedByValidate() {
    Invocation plan = Invocation.of("validate", file);

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .isEqualTo(
            """
            %s: ok
            three-blobs.csv: line 1 was read as names of columns; if it is data, give header: false
            1 of 2 features are far from 0 and 1, such as 'height' with mean 28.2 and standard deviation 16.8;\
             most networks learn better with dataset.standardize: true
            task: classification with 3 classes
              model.activation: relu, gelu(like=article), leaky_gelu, max(x, 0)
              seed.weights: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …, 20 (20 in all)
            trials: 80
            tuning: 24 trials (4 choices × 2 candidates × 3 seeds), scored by validation.loss
              optimizer.learning_rate: 0.01, 0.1
            compared: test.accuracy of model.activation, epoch last, with relu as reference
            power: 20 seeds find a difference of 0.803 standard deviations of improvements with 80 %% power\
             (p ≤ 0.05 after Holm over 3 comparisons); state that deviation, from a pilot, as compare.sd\
             to have it in units of the metric
            """
                .formatted(file));
    assertThat(plan.err())
        .isEqualTo(
            """
            warning: model.activation: relu and max(x, 0) are the same formula under different names
            warning: model.activation: gelu(like=article) and leaky_gelu are the same formula under\
             different names
            """);
  }

  @Test
  void whatThereIsToLearnStandsThereForEachDataSet() throws IOException {
    String sets = "[{type: csv, path: three-blobs.csv, name: blobs}, iris, moons]";
    Path mixed =
        Files.writeString(
            temporary.resolve("mixed.yaml"),
            """
            model: {type: mlp, hidden: [3], activation: relu}
            loss: cross_entropy
            optimizer: sgd
            batch: {grid: {dataset: %s, seed: [1, 2]}}
            """
                .formatted(sets));
    for (Invocation plan :
        List.of(
            Invocation.of("validate", mixed).done(),
            Invocation.of("run", mixed, "--dry-run").done())) {
      assertThat(plan.outLines())
          .contains(
              "three-blobs.csv: line 1 was read as names of columns; if it is data, give header: false",
              "task: classification with 3 classes (blobs, iris)",
              "task: classification with 2 classes (moons)");
    }
  }

  @Test
  void aDryRunPrintsThePlanAndLeavesNothingBehind() throws IOException {
    Path out = temporary.resolve("runs");

    Invocation plan = Invocation.of("run", file, "--dry-run", "--out", out);

    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("trials: 80\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPlanWithoutAMetricTellsTheDefault() throws IOException {
    Path plain =
        Files.writeString(
            temporary.resolve("plain.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [4]}
            loss: mse
            optimizer: sgd
            batch: {grid: {model.activation: [relu, tanh], seed: [1, 2]}}
            """);

    assertThat(Invocation.of("validate", plain).done().out())
        .contains(
            "compared: test.accuracy, or the next default that all trials have, of model.activation,");
  }

  @Test
  void theDifferenceThatWillBeFoundIsToldBeforehand() throws IOException {
    Path two =
        Files.writeString(
            temporary.resolve("two.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [4]}
            loss: mse
            optimizer: sgd
            batch:
              grid: {model.activation: [relu, tanh], seed: {from: 1, count: 30}}
              compare: {metric: train.accuracy, sd: 0.02}
            """);

    assertThat(Invocation.of("validate", two).done().out())
        .endsWith(
            "power: with 30 seeds and sd 0.02 a difference of 0.0108 is found with 80 % power"
                + " (p ≤ 0.05)\n");
    assertThat(Invocation.of("validate", two, "--set", "batch.grid.seed.count=5").out())
        .endsWith(
            "power: 5 seeds find no difference, however large: more are needed for p ≤ 0.05\n");
    assertThat(Invocation.of("validate", two, "--set", "batch.grid.seed.count=1").out())
        .endsWith(
            "power: 1 seed finds no difference, however large: more are needed for p ≤ 0.05\n");
    assertThat(Invocation.of("validate", two, "--set", "batch.compare.sd=0").err())
        .contains("batch.compare.sd: sd must be a positive number but was 0.0");
  }

  /** The noncentral t of 12 splits and 11 degrees of freedom, and the family of the run itself. */
  @Test
  @Tag("slow")
  void plannedPowerIsThatOfTheTestsThatWillBeMade() throws IOException {
    Path splits =
        Files.writeString(
            temporary.resolve("splits.yaml"),
            """
            dataset: {type: csv, path: three-blobs.csv, label: colour, split: {test: 0.25, validation: 0.25}}
            model: {type: mlp, hidden: [2]}
            loss: cross_entropy
            optimizer: sgd
            training: {epochs: 1}
            batch:
              grid: {model.activation: [relu, tanh], seed: {from: 1, count: 12}}
              compare: {metric: test.accuracy, sd: 0.02}
            """);
    Path settings =
        Files.writeString(
            temporary.resolve("settings.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [2]}
            loss: mse
            optimizer: sgd
            training: {epochs: 1}
            batch:
              grid: {model.activation: [relu, tanh, elu], optimizer.learning_rate: [0.1, 1], seed: [1, 2, 3]}
              compare: {metric: train.accuracy}
            """);

    assertThat(Invocation.of("validate", splits).done().out())
        .endsWith(
            "power: with 12 splits and sd 0.02 a difference of 0.047 is found with 80 % power"
                + " (p ≤ 0.05)\n");
    assertThat(Invocation.of("validate", settings).done().out())
        .endsWith(
            "power: 3 seeds find no difference, however large: more are needed for p ≤ 0.05 after Holm over 6"
                + " comparisons\n");
    assertThat(Invocation.of("run", settings, "--out", temporary.resolve("runs")).done().out())
        .contains("3 seeds cannot show much", "over 6 comparisons");
  }

  @Test
  void plannedPowerIsOfEachDataSetAndOverThem() throws IOException {
    Path two =
        Files.writeString(
            temporary.resolve("data-sets.yaml"),
            """
            dataset: moons
            model: {type: mlp, hidden: [2]}
            loss: mse
            optimizer: sgd
            batch:
              grid:
                dataset: [moons, circles]
                model.activation: [relu, tanh]
                seed: {from: 1, count: 30}
              compare: {metric: train.accuracy, sd: 0.02}
            """);

    assertThat(Invocation.of("validate", two).done().out())
        .endsWith(
            """
            power: on each data set, with 30 seeds and sd 0.02 a difference of 0.0121 is found with\
             80 % power (p ≤ 0.05 after Holm over 2 comparisons)
            power: taken together, 2 data sets find no difference, however large: more are needed for p ≤ 0.05
            """);
  }

  /** Only the data tell that there are no classes. */
  @Test
  void whatTrialsWillNotHaveIsRefusedByRunAsByValidate() throws IOException {
    Path numbers =
        Files.writeString(
            temporary.resolve("numbers.yaml"),
            """
            dataset: {type: sine, split.test: 0.5}
            model: {type: mlp, hidden: [2]}
            loss: mse
            optimizer: sgd
            batch:
              grid: {seed: [1, 2], model.activation: [relu, tanh]}
              compare: {metric: test.accuracy}
            """);
    String refusal =
        numbers
            + ": batch.compare.metric: unknown metric 'accuracy'. Known metrics: loss,"
            + " mean_absolute_error, r2 (trial 1: model.activation=relu, seed=1)";
    Path out = temporary.resolve("runs");

    Invocation.of("validate", numbers).refused(refusal);
    Invocation.of("run", numbers, "--dry-run").refused(refusal);
    Invocation.of("run", numbers, "--out", out).refused(refusal);
    assertThat(out).doesNotExist();
  }

  @Test
  void dataThatAreNotThereAreMissedByValidate() throws IOException {
    Files.delete(temporary.resolve("three-blobs.csv"));

    Invocation plan = Invocation.of("validate", file);

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.err()).contains("three-blobs.csv", "trial 1: model.activation=relu");
  }

  @Test
  void aDryRunOfOneExperimentChecksIt() {
    assertThat(Invocation.of("run", Configs.MLP, "--dry-run").done().out())
        .isEqualTo(Configs.MLP + ": ok, classification with 2 classes\n");
  }

  @Test
  void theEffectiveBatchIsItsOwnEffectiveOne() throws IOException {
    String effective = Invocation.of("validate", "--effective", file).out();
    Path again = Files.writeString(temporary.resolve("again.yaml"), effective);

    assertThat(effective).contains("keep: best\n");
    assertThat(Invocation.of("validate", "--effective", again).out()).isEqualTo(effective);
  }

  @Test
  void aSettingChangesAnAxis() {
    assertThat(Invocation.of("validate", file, "--set", "batch.grid.seed.weights.count=2").out())
        .contains("seed.weights: 1, 2\n", "trials: 8\n");
  }
}
