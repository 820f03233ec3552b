package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches in which one network is trained again and again, and nothing is compared. */
class BatchWithoutComparisonTest {
  private static final String NETWORK =
      """
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: adam, learning_rate: 0.05}
      training: {epochs: 3}
      plots: {surface: {points: 12}}
      """;

  @TempDir private Path temporary;

  private Invocation run(String batch) throws IOException {
    Path file = Files.writeString(temporary.resolve("alone.yaml"), NETWORK + batch);
    return Invocation.of("run", file, "--out", temporary.resolve("runs")).done();
  }

  @Test
  void oneSeedAloneHasNoSpread() throws IOException {
    Invocation run = run("dataset: xor\nbatch: {grid: {seed: {from: 1, count: 1}}}\n");

    assertThat(run.out())
        .contains("trials  n  failed or diverged  train.accuracy\n")
        .contains(
            "- Nothing can be concluded from 1 seed: one value has no spread and no interval.")
        .contains("- With 1 seed, train.accuracy is 0.")
        .doesNotContain("±", "∞", "too narrow", "same rows", "deviation");
    assertThat(run.folder().resolve("summary.tex")).content().doesNotContain("\\pm", "infty");
  }

  @Test
  void seedsAloneAreDescribedByTheirMean() throws IOException {
    Invocation run = run("dataset: xor\nbatch: {grid: {seed: {from: 1, count: 5}}}\n");

    assertThat(run.out())
        .contains("trials  n  failed or diverged  train.accuracy (mean ± sd)\n")
        .containsPattern("alone +5 +0 +\\d\\.\\d+ ± ")
        .contains("There is nothing to compare; the metric is train.accuracy after the last epoch")
        .containsPattern(
            "- The mean of train\\.accuracy over 5 seeds is 0\\.\\d+, 95 % interval \\[")
        .doesNotContain("reference", "improvement over");
    assertThat(run.folder().resolve("plots"))
        .isDirectoryContaining("glob:**/curves.png")
        .isDirectoryContaining("glob:**/surfaces.png");
    assertThat(Files.readString(run.folder().resolve("report.html")))
        .contains("The mean of train.accuracy over 5 seeds is", "seed 4")
        .doesNotContain("Improvement over", "<dt>Reference");
  }

  @Test
  void eachDatasetHasAMeanOfItsOwn() throws IOException {
    Invocation run =
        run(
            """
            dataset: {type: moons, samples: 20}
            batch:
              grid: {model.activation: [tanh], dataset: [{type: moons, samples: 20}, xor], seed: [1, 2]}
            """);

    assertThat(run.out())
        .contains("- moons", ": The mean of train.accuracy over 2 seeds is", "- xor: The mean of");
  }
}
