package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.checkpoint.TrialKeys;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.fixtures.PluginFolder;
import dev.kassei.results.record.BatchFiles;
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

/** A result is never saved under the name of other data than it was made of. */
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
    return new BatchRunner(batch, new KasseiVersion("1", "1"), alone, new StopSignal(), changing)
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
            "batch: '%s' has changed while the batch ran; what ended before is saved. Start again to"
                    .formatted(data)
                + " train with it as it is now, or put back what it was to resume");
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

  private interface Helper {
    void compile(String factor) throws IOException;
  }

  /** A schedule whose factor is in a class that Java reads in the midst of the first trial. */
  private Helper late(Path classes) throws IOException {
    Helper helper =
        factor ->
            new PluginFolder(classes)
                .compile(
                    "Helper",
                    "class Helper { static double k() { return %s; } }".formatted(factor));
    helper.compile("1");
    new PluginFolder(classes)
        .compile(
            "Late",
            """
            @PluginName("late") public record Late() implements Schedule {
              public double factor(Progress progress) {
                return progress.step() * 2 < progress.steps() ? 1 : Helper.k();
              }
            }
            """)
        .service("Schedule", "Late");
    return helper;
  }

  @Test
  void aPluginThatChangesEndsTheBatchAndIsNamed() throws IOException {
    Path classes = temporary.resolve("classes");
    Helper helper = late(classes);
    BatchConfig batch = tiny.with(classes).config(GRID, "training.schedule=late");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, () -> helper.compile("0.5")))
        .withMessageStartingWith(
            "batch: the plugin '%s' has changed while the batch ran; what ended before is saved."
                .formatted(classes));
    assertThat(journal()).hasSize(1);
    assertThat(tiny.results().resolve(BatchFiles.CHECKPOINTS)).doesNotExist();

    helper.compile("1");
    assertThat(tiny.run(batch).records()).hasSize(2);
  }

  @Test
  void noStateOfATrialIsSavedOnceAPluginHasChanged() throws IOException {
    Path classes = temporary.resolve("classes");
    Helper helper = late(classes);
    BatchConfig batch =
        tiny.with(classes).config(GRID, "training.schedule=late", "batch.checkpoint={epochs: 1}");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> run(batch, () -> helper.compile("0.5")))
        .withMessageStartingWith("batch: the plugin '%s' has changed".formatted(classes));
    try (var states = Files.list(tiny.results().resolve(BatchFiles.CHECKPOINTS))) {
      assertThat(states).isEmpty();
    }
  }

  @Test
  void aPluginThatIsAwayHasChangedAndOneWrittenAgainHasNot() throws IOException {
    Path classes = temporary.resolve("classes");
    Helper helper = late(classes);
    var files = new InputFiles();
    assertThat(files.code(classes)).hasSize(64);
    helper.compile("1");
    files.requireUnchanged();
    Files.delete(classes.resolve("thirdparty/Helper.class"));
    assertThatExceptionOfType(InputChangedException.class).isThrownBy(files::requireUnchanged);
    Files.move(classes, temporary.resolve("elsewhere"));
    assertThatExceptionOfType(InputChangedException.class).isThrownBy(files::requireUnchanged);
  }

  @Test
  void dataThatIsReadAgainMustBeThatOfTheKey() throws IOException {
    BatchConfig batch = tiny.config(GRID, DATASET);
    var first = new ExperimentCache();
    Job job = new Jobs(first, new TrialKeys("1", Optional.empty())).of(batch.trials().get(0));
    job.requireSameData(first.prepare(job.config()));

    Files.writeString(data, ROWS.replace('5', '6'));
    var again = new ExperimentCache().prepare(job.config());
    assertThatExceptionOfType(InputChangedException.class)
        .isThrownBy(() -> job.requireSameData(again))
        .withMessageStartingWith("the data of [" + data + "] has changed while the batch ran");
  }
}
