package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch with nothing to do draws nothing, which took longer than all else. */
class DrawnBatchTest {
  private static final String MARK = "as it was";

  @TempDir private Path temporary;
  private Path batch = Path.of("");
  private Path page = Path.of("");

  @BeforeEach
  void aBatchThatWasDrawn() throws IOException {
    batch =
        Files.writeString(
            temporary.resolve("batch.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [2], activation: relu}
            loss: mse
            optimizer: sgd
            training: {epochs: 2}
            batch:
              grid: {model.activation: [relu, mish], seed.weights: {from: 1, count: 2}}
              compare: {metric: train.accuracy}
              keep: none
            """);
    page = run();
    Files.writeString(page, MARK);
  }

  private Path run(Object... more) {
    Stream<Object> words = Stream.of("run", batch, "--out", temporary.resolve("runs"));
    Invocation run = Invocation.of(Stream.concat(words, Stream.of(more)).toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return Path.of(run.lastLine());
  }

  @Test
  void isNotDrawnAgainWhereNoResultHasChanged() {
    assertThat(run()).isEqualTo(page).hasContent(MARK);
    assertThat(run()).isEqualTo(page).hasContent(MARK);
  }

  @Test
  void isDrawnAgainWithFurtherTrials() throws IOException {
    run("--set", "batch.grid.seed.weights.count=3");
    assertThat(Files.readString(page)).doesNotContain(MARK);
  }

  /** As where a process was killed before it could draw what it had written. */
  @Test
  void isDrawnAgainWhereItIsOlderThanTheResults() throws IOException {
    Files.setLastModifiedTime(page, FileTime.fromMillis(0));
    run();
    assertThat(Files.readString(page)).doesNotContain(MARK);
  }

  @Test
  void isDrawnAgainWhereItsPicturesAreGone() throws IOException {
    Path plots = page.resolveSibling("plots");
    Files.move(plots, plots.resolveSibling("elsewhere"));
    run();
    assertThat(plots).isDirectory();
  }
}
