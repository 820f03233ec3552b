package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of which one network does not fit into a small heap, in processes of their own. */
@Tag("slow")
class HeapSizeTest {
  private static final String BATCH =
      """
      dataset: xor
      model: {type: mlp, hidden: [2], activation: tanh}
      loss: mse
      optimizer: adam
      training: {epochs: 2}
      batch: {grid: {model.hidden: [[4], [1500, 1500]], seed: [1, 2]}}
      """;

  @TempDir private Path temporary;

  private record Ended(int code, String out, String err) {
    String digest() {
      return out.lines().filter(line -> line.startsWith("Digest: ")).findFirst().orElseThrow();
    }
  }

  private Ended run(String heap, String folder) throws IOException, InterruptedException {
    return run(heap, folder, BATCH);
  }

  private Ended run(String heap, String folder, String yaml)
      throws IOException, InterruptedException {
    Path config = Files.writeString(temporary.resolve("sizes.yaml"), yaml);
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                KasseiProcess.command(
                    List.of("-Xmx" + heap),
                    List.of(
                        "run",
                        config.toString(),
                        "--no-plots",
                        "--threads=1",
                        "--out=" + temporary.resolve(folder))))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Ended(process.waitFor(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void moreHeapTrainsWhatDidNotFitAndNothingElse() throws IOException, InterruptedException {
    Ended small = run("32m", "runs");
    assertThat(small.code()).isEqualTo(75);
    assertThat(small.err())
        .contains("trial 3 could not run here (model.hidden=[1500 1500], seed=1): it does not fit")
        .contains("More memory helps, KASSEI_JAVA_OPTS=-Xmx1024m before the command")
        .contains("2 of 4 trials are trained; the same command resumes");
    assertThat(small.out()).doesNotContain("failed or diverged in");

    Ended large = run("512m", "runs");
    assertThat(large.code()).isZero();
    assertThat(large.err()).contains("trials: 2 of 4 are there already");
    assertThat(large.digest()).isEqualTo(run("512m", "undisturbed").digest());
    assertThat(Files.readAllLines(temporary.resolve("runs/sizes/journal.jsonl"))).hasSize(4);
  }

  @Test
  void aTableThatDoesNotFitIsRefusedWhileItIsRead() throws IOException, InterruptedException {
    String row = "1,".repeat(99) + "2\n";
    Files.writeString(temporary.resolve("large.csv"), row.repeat(40_000));
    Ended ended =
        run(
            "64m",
            "large",
            """
            dataset: {type: csv, path: large.csv, header: false, task: regression}
            model: mlp
            loss: mse
            optimizer: adam
            """);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("large.csv: line ", "the numbers so far are more than memory can hold")
        .contains("read fewer columns with features or ignore")
        .doesNotContain("OutOfMemoryError");
  }
}
