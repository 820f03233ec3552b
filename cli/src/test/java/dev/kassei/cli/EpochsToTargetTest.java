package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After how many epochs a metric reaches its target. */
class EpochsToTargetTest {
  private static final String NETWORK =
      """
      dataset: {type: moons, samples: 60, split: {validation: 0.4}}
      model: {type: mlp, hidden: [6], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: adam, learning_rate: 0.02}
      """;

  @TempDir private Path temporary;

  private Invocation run(String more) throws IOException {
    Path file = Files.writeString(temporary.resolve("fast.yaml"), NETWORK + more);
    return Invocation.of("run", file, "--out", temporary.resolve("runs"));
  }

  private static int firstReached(Path folder, double value) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
    int column = List.of(lines.get(0).split(",")).indexOf("validation.accuracy");
    for (int i = 1; i < lines.size(); i++) {
      if (Double.parseDouble(lines.get(i).split(",", -1)[column]) >= value) {
        return i;
      }
    }
    return 0;
  }

  @Test
  void aRunSaysAfterHowManyEpochs() throws IOException {
    Invocation run =
        run("training: {epochs: 40, target: {monitor: validation.accuracy, value: 0.8}}\n").done();
    int first = firstReached(run.folder(), 0.8);

    assertThat(first).isBetween(2, 39);
    assertThat(run.out()).contains("Validation epochs to target: " + first + "\n");
    assertThat(run.folder().resolve("run.json"))
        .content()
        .contains("\"validation.epochs_to_target\" : " + first + "\n");
  }

  @Test
  void whatIsNotReachedIsInfinite() throws IOException {
    Invocation run =
        run("training: {epochs: 2, target: {monitor: train.running_loss, value: 0}}\n").done();

    assertThat(run.out()).contains("Train epochs to target: not reached\n");
    assertThat(run.folder().resolve("run.json"))
        .content()
        .contains("\"train.epochs_to_target\" : \"Infinity\"");
    assertThat(run.folder().resolve("report.html")).content().contains("not reached");
  }

  @Test
  void batchesCompareByIt() throws IOException {
    Invocation run =
        run("""
            training: {epochs: 60, target: {monitor: validation.accuracy, value: 0.8}}
            batch:
              grid: {optimizer.learning_rate: [0.05, 0.0001], seed: {from: 1, count: 6}}
              compare: {metric: validation.epochs_to_target}
            """)
            .done();

    assertThat(run.out())
        .contains("validation.epochs_to_target")
        .containsPattern("0\\.0001 +6 +0 +∞ \\[∞, ∞\\] .*0 / 0 / 6");
    assertThat(run.folder().resolve("trials.csv")).content().contains("Infinity");
  }

  @Test
  void whatNoEpochMeasuresCannotBeATarget() throws IOException {
    assertThat(run("training.target: {monitor: test.accuracy, value: 0.8}\n").err())
        .contains("training.target.monitor: expected what each epoch measures, train.running_loss");
    assertThat(
            run("""
                batch:
                  grid: {seed: {from: 1, count: 2}}
                  compare: {metric: validation.epochs_to_target}
                """)
                .err())
        .contains("validation.epochs_to_target is there where training.target watches a metric");
    assertThat(
            run("""
                training.target: {monitor: validation.accuracy, value: 0.8}
                batch:
                  grid: {seed: {from: 1, count: 2}}
                  compare: {metric: validation.epochs_to_target, epoch: best}
                """)
                .err())
        .contains("is of the whole training; compare the last epoch");
  }
}
