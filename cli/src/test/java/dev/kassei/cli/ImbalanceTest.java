package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of classes with few rows, and what weights of classes do for them. */
class ImbalanceTest {
  private static final String DATA =
      """
      x,w,kind
      0.1,1,common
      0.2,1,common
      0.3,1,common
      0.4,1,common
      0.5,1,common
      0.6,1,common
      0.7,1,common
      0.8,1,common
      0.9,1,common
      1.0,9,rare
      """;
  private static final String NETWORK =
      """
      dataset: {type: csv, path: data.csv, label: kind, features: [x]}
      model: {type: mlp}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.5}
      training: {epochs: 30, batch_size: all}
      """;

  @TempDir private Path temporary;

  private Invocation run(String name, String more) throws IOException {
    Files.writeString(temporary.resolve("data.csv"), DATA);
    Path file = Files.writeString(temporary.resolve(name + ".yaml"), NETWORK + more);
    return Invocation.of("run", file, "--out", temporary.resolve("runs"));
  }

  @Test
  void terminalPageAndFileSayWhatBecameOfASmallClass() throws IOException {
    String sentence =
        "class 'rare' is 10 % of the 10 train rows: recall 0.00;"
            + " always naming 'common' is right for 90 %";
    Invocation run = run("plain", "").done();

    assertThat(run.out()).contains("Train accuracy: 0.9000\nNote: " + sentence + "\n");
    assertThat(run.folder().resolve("run.json")).content().contains("\"" + sentence + "\"");
    assertThat(run.folder().resolve("report.html"))
        .content()
        .contains("Notes", "class &#39;rare&#39; is 10 %");
  }

  @Test
  void weightsOfClassesFindIt() throws IOException {
    Invocation run = run("weighted", "training.class_weights: balanced\n").done();

    assertThat(run.out()).contains("class 'rare' is 10 % of the 10 train rows: recall 1.00;");
  }

  @Test
  void batchesSayWhatAccuracyHides() throws IOException {
    String batch = "batch: {grid: {optimizer.learning_rate: [0.5, 0.01], seed: [1, 2, 3]}}\n";
    String hidden =
        "- The most frequent class is 90 % of the train rows, so train.accuracy hardly shows the"
            + " others";
    Invocation plain = run("batch", batch).done();
    Invocation measured =
        run("measured", batch + "metrics: [accuracy, balanced_accuracy]\n").done();

    assertThat(plain.out()).contains(hidden + "; balanced_accuracy among the metrics does.");
    assertThat(measured.out())
        .containsPattern(
            hidden + ": train\\.balanced_accuracy is from 0\\.\\d+ \\(0\\.\\d+\\) to ");
    assertThat(plain.folder().resolve("summary.md")).content().contains("hardly shows the others");
    assertThat(plain.folder().resolve("report.html")).content().contains("hardly shows the others");
  }

  @Test
  void aColumnOfWeightsDoesWhatThoseOfClassesDo() throws IOException {
    Invocation ofRows = run("rows", "dataset.sample_weight: w\n").done();
    Invocation ofClasses = run("classes", "training.class_weights: {rare: 9}\n").done();
    Invocation plain = run("unweighted", "").done();

    assertThat(ofRows.digest()).isEqualTo(ofClasses.digest()).isNotEqualTo(plain.digest());
  }

  @Test
  void aClassThatIsNotThereIsRefused() throws IOException {
    Invocation run = run("wrong", "training.class_weights: {rarely: 2}\n");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "training.class_weights: no class is called [rarely]; the data has [common, rare]");
  }
}
