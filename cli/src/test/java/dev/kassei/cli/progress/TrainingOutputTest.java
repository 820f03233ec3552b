package dev.kassei.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOutputTest {
  @TempDir private Path runs;

  private List<String> epochs(String... settings) throws IOException {
    Path file =
        Files.writeString(
            runs.resolve("xor.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [8], activation: tanh}
            loss: mse
            optimizer: adam
            training: {batch_size: all}
            """);
    Invocation run =
        Invocation.of(
            Stream.concat(Stream.of("run", file, "--no-plots", "--out", runs), Stream.of(settings))
                .toArray());
    return run.done().outLines().stream()
        .filter(line -> line.startsWith("Epoch "))
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  @Test
  void theLastEpochIsPrintedOnce() throws IOException {
    assertThat(epochs("--epochs", "25"))
        .hasSize(13)
        .startsWith("Epoch 0", "Epoch 2")
        .endsWith("Epoch 22", "Epoch 24");
    assertThat(epochs("--epochs", "22")).endsWith("Epoch 18", "Epoch 20", "Epoch 21");
  }

  @Test
  void soIsTheOneAtWhichTrainingStopsEarly() throws IOException {
    assertThat(epochs("--epochs", "1000", "--set", "training.max_steps=11"))
        .containsExactly("Epoch 0", "Epoch 10");
  }

  @Test
  void whatLiesBetweenTwoLinesCanBeSaid() throws IOException {
    assertThat(epochs("--epochs", "22", "--set", "training.log_every=20"))
        .containsExactly("Epoch 0", "Epoch 20");
  }
}
