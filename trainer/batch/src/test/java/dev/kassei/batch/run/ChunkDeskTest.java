package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.ChunkDesk.Chunk;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkDeskTest {
  @TempDir private Path temporary;
  private final StopSignal stop = new StopSignal();

  /** With so many trials in chunks of so many. */
  private ChunkDesk desk(int trials, int lanes) throws IOException {
    BatchConfig batch =
        new TinyBatch(temporary).config("{grid: {seed: {from: 1, count: %s}}}".formatted(trials));
    Jobs jobs = Jobs.of(batch, "1", new InputFiles());
    var checkpoints = new CheckpointFolder(temporary.resolve("none"), new Checkpoint(), Sync.DISK);
    var queue =
        new ChunkQueue(
            batch.trials().stream().map(jobs::of).iterator(),
            checkpoints,
            TinyBatch.options(1, Optional.of(lanes), false));
    return new ChunkDesk(queue, stop);
  }

  private static List<Integer> numbers(Chunk chunk) {
    return chunk.jobs().stream().map(Job::number).toList();
  }

  /** Loses a worker with each chunk that has one of these trials. */
  private static List<Integer> givenUp(ChunkDesk desk, List<Integer> deadly, List<Integer> done) {
    var givenUp = new ArrayList<Integer>();
    for (var chunk = desk.next(); chunk.isPresent(); chunk = desk.next()) {
      List<Integer> numbers = numbers(chunk.get());
      if (numbers.stream().anyMatch(deadly::contains)) {
        desk.lost(chunk.get()).ifPresent(job -> givenUp.add(job.number()));
      } else {
        done.addAll(numbers);
        desk.done();
      }
    }
    return givenUp;
  }

  @Test
  void aChunkIsTriedOnceMoreAndThenDivided() throws IOException {
    ChunkDesk desk = desk(4, 4);
    Chunk chunk = desk.next().orElseThrow();
    assertThat(numbers(chunk)).containsExactly(1, 2, 3, 4);
    assertThat(desk.lost(chunk)).isEmpty();
    Chunk again = desk.next().orElseThrow();
    assertThat(numbers(again)).containsExactly(1, 2, 3, 4);
    assertThat(desk.lost(again)).isEmpty();
    assertThat(numbers(desk.next().orElseThrow())).containsExactly(1, 2);
    assertThat(numbers(desk.next().orElseThrow())).containsExactly(3, 4);
  }

  @Test
  void onlyTheTrialsThatAreToBlameAreGivenUp() throws IOException {
    var done = new ArrayList<Integer>();
    assertThat(givenUp(desk(37, 8), List.of(3, 4, 37), done)).containsExactlyInAnyOrder(3, 4, 37);
    assertThat(done).hasSize(34).doesNotHaveDuplicates().doesNotContain(3, 4, 37);
  }

  @Test
  void whatWasLeftOfALostChunkIsTriedAlone() throws IOException {
    ChunkDesk desk = desk(4, 4);
    Chunk chunk = desk.next().orElseThrow();
    desk.lost(chunk.of(chunk.jobs().subList(3, 4)));
    assertThat(numbers(desk.next().orElseThrow())).containsExactly(4);
    desk.done();
    assertThat(desk.next()).isEmpty();
  }

  @Test
  void aWorkerThatNeverBeganIsNotCounted() throws IOException {
    ChunkDesk desk = desk(1, 1);
    for (int i = 0; i < 5; i++) {
      desk.back(desk.next().orElseThrow());
    }
    assertThat(desk.next().orElseThrow().losses()).isZero();
  }

  @Test
  void onceStoppedThereIsNone() throws IOException {
    ChunkDesk desk = desk(4, 1);
    assertThat(desk.next()).isPresent();
    stop.request();
    assertThat(desk.next()).isEmpty();
  }
}
