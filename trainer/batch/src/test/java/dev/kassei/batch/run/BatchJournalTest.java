package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchJournalTest {
  @TempDir private Path temporary;

  private List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void aStoppedBatchIsReadAsFarAsItWasTrainedAndNothingIsWritten() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = tiny.config("{grid: {seed: [1, 2, 3, 4]}, keep: none}");
    BatchOptions one = TinyBatch.options(1, Optional.of(1), false);
    BatchRun stopped = TinyBatch.run(batch, tiny.results(), one, 2).run();
    List<Path> before = files(tiny.results());

    BatchResults read = BatchJournal.read(batch, "1", tiny.results());

    assertThat(read.trials()).hasSize(2).isEqualTo(stopped.results().trials());
    assertThat(files(tiny.results())).isEqualTo(before);
    assertThat(BatchJournal.read(batch, "another", tiny.results()).trials()).isEmpty();
  }
}
