package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorOptionsTest {
  private static final Path BATCH = Path.of("..", "configs", "batch", "xor-seeds.yaml");

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --workers 2|--workers counts processes, or tasks of Spark; add --executor processes or spark
          --workers 2 --executor threads|--workers counts processes, or tasks of Spark; add --executor processes or spark
          --master local --executor processes|--master is the address of Spark; add --executor spark
          --executor spark --trial 3|--executor spark trains whole batches; leave out --trial and --dry-run
          --workers 0 --executor processes|--workers: expected at least 1 but was 0
          --threads 0 --executor processes|--threads: expected at least 1 but was 0
          --executor processes --dry-run|--executor processes trains whole batches; leave out --trial and --dry-run
          --executor processes --trial 3|--executor processes trains whole batches; leave out --trial and --dry-run
          """)
  void whatMakesNoSenseIsRefused(String options, String message) {
    Object[] words = ("run " + BATCH + " " + options).split(" ");
    Invocation.of(words).refused(message);
  }

  @Test
  void anExecutorThatThereIsNotIsRefused() {
    Invocation refused = Invocation.of("run", BATCH, "--executor", "magic");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--executor", "magic");
  }

  @Test
  void aSingleExperimentHasNoTrialsToHandOut() throws IOException {
    Path single =
        Files.writeString(
            temporary.resolve("single.yaml"),
            "dataset: xor\nmodel: {type: mlp, hidden: [2], activation: relu}\nloss: mse\noptimizer: sgd\n");
    Invocation.of("run", single, "--executor", "processes")
        .refused(
            single + ": --executor processes: the file describes a single experiment, not a batch");
  }
}
