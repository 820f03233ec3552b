package dev.kassei.trainer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.training.Preparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is never kept under the name of other data than it was made of. */
class ChangedInputTest {
  private static final String GRID = "{grid: {seed: [1, 2, 3]}}";
  private static final String DATASET =
      "dataset={type: csv, path: data.csv, split: {validation: 0.4}}";
  private static final String ROWS = "a,b\n1,no\n2,yes\n3,no\n4,yes\n5,no\n";

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));
  private Path data = Path.of("");

  @BeforeEach
  void open() throws IOException {
    tiny = new TinyBatch(temporary);
    data = Files.writeString(temporary.resolve("data.csv"), ROWS);
  }

  private interface Change {
    void make() throws IOException;
  }

  /** Trains one after the other; the change happens when the first has ended. */
  private BatchRun run(BatchConfig batch, Change change) throws IOException {
    BatchListener changing =
        new BatchListener() {
          private boolean isMade;

          @Override
          public void started(String what, long total, List<TrialResult> known) {}

          @Override
          public void ended(List<TrialResult> trials) {
            try {
              if (!isMade) {
                change.make();
              }
              isMade = true;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void finished() {}
        };
    BatchOptions alone = TinyBatch.options(1, Optional.of(1), false);
    return new BatchRunner(batch, new KasseiVersion("1", "1"), alone, new Stop(), changing)
        .run(tiny.results());
  }

  private List<String> journal() throws IOException {
    return Files.readAllLines(tiny.results().resolve(BatchFiles.JOURNAL));
  }

  @Test
  void dataThatChangesEndsTheBatchAndIsNamed() throws IOException {
    BatchConfig batch = tiny.config(GRID, DATASET);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, () -> Files.writeString(data, ROWS.replace('5', '6'))))
        .withMessage(
            "batch: '%s' has changed while the batch ran; what ended before is kept. Start again to"
                    .formatted(data)
                + " train with it as it is now, or put back what it was to go on");
    assertThat(journal()).hasSize(1);

    Files.writeString(data, ROWS);
    assertThat(tiny.run(batch).records()).hasSize(2);
  }

  @Test
  void firstWeightsThatChangeEndTheBatch() throws IOException {
    Path weights = temporary.resolve("first.safetensors");
    Files.writeString(weights, "no weights");
    var files = new InputFiles();
    assertThat(files.digest(weights)).hasSize(64).isEqualTo(files.digest(weights));
    files.requireUnchanged();
    Files.writeString(weights, "other ones");
    Files.setLastModifiedTime(weights, FileTime.fromMillis(1));
    assertThatExceptionOfType(InputChangedException.class)
        .isThrownBy(files::requireUnchanged)
        .withMessageContaining(weights.toString());
    Files.delete(weights);
    files.requireUnchanged();
  }

  @Test
  void aFileThatIsOnlyWrittenAgainChangesNothing() throws IOException {
    BatchConfig batch = tiny.config(GRID, DATASET);
    Change touch = () -> Files.setLastModifiedTime(data, FileTime.fromMillis(1));
    assertThat(run(batch, touch).isComplete()).isTrue();
  }

  @Test
  void dataThatIsReadAgainMustBeThatOfTheKey() throws IOException {
    BatchConfig batch = tiny.config(GRID, DATASET);
    var first = new Preparation(Optional.empty());
    Job job = new Jobs(first, new TrialKeys("1", Optional.empty())).of(batch.trials().get(0));
    job.requireSameData(first.of(job.config()));

    Files.writeString(data, ROWS.replace('5', '6'));
    var again = new Preparation(Optional.empty()).of(job.config());
    assertThatExceptionOfType(InputChangedException.class)
        .isThrownBy(() -> job.requireSameData(again))
        .withMessageStartingWith("the data of [" + data + "] has changed while the batch ran");
  }
}
