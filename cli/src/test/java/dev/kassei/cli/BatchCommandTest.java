package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of batches before anything runs. */
class BatchCommandTest {
  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = temporary.resolve("batch.yaml");
    Files.writeString(
        file,
        """
        dataset: {type: csv, path: none.csv, split: {validation: .25, test: .25}}
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

  @Test
  void thePlanIsPrintedByValidate() {
    Invocation plan = Invocation.of("validate", file);

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .isEqualTo(
            """
            %s: ok
              model.activation: relu, gelu(like=article), leaky_gelu, max(x, 0)
              seed.weights: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …, 20 (20 in all)
            trials: 80
            tuning: 24 trials (4 groups x 2 assignments x 3 seeds), scored by validation.loss
              optimizer.learning_rate: 0.01, 0.1
            compared: test.accuracy of model.activation, epoch last, with relu as reference
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
  void aDryRunPrintsThePlanAndLeavesNothingBehind() throws IOException {
    Path out = temporary.resolve("runs");

    Invocation plan = Invocation.of("run", file, "--dry-run", "--out", out);

    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("trials: 80\n");
    assertThat(out).doesNotExist();
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
