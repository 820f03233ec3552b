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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkDeskTest {
  @TempDir private Path temporary;
  private final StopSignal stop = new StopSignal();

  /** For two workers, with so many trials in chunks of so many. */
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
    return new ChunkDesk(queue, 2, stop);
  }

  /** The trials of each chunk. */
  private static List<List<Integer>> numbers(List<Chunk> bundle) {
    return bundle.stream().map(chunk -> chunk.jobs().stream().map(Job::number).toList()).toList();
  }

  /** Loses a worker with each bundle that has one of these trials. */
  private static List<Integer> givenUp(
      ChunkDesk desk, int most, List<Integer> deadly, List<Integer> done) {
    var givenUp = new ArrayList<Integer>();
    for (var bundle = desk.next(most); !bundle.isEmpty(); bundle = desk.next(most)) {
      List<Integer> trials = numbers(bundle).stream().flatMap(List::stream).toList();
      if (trials.stream().anyMatch(deadly::contains)) {
        desk.lost(bundle).forEach(job -> givenUp.add(job.number()));
      } else {
        done.addAll(trials);
        desk.done();
      }
    }
    return givenUp;
  }

  @Test
  void aChunkIsTriedOnceMoreAndThenDivided() throws IOException {
    ChunkDesk desk = desk(4, 4);
    List<Chunk> bundle = desk.next(1);
    assertThat(numbers(bundle)).containsExactly(List.of(1, 2, 3, 4));
    assertThat(desk.lost(bundle)).isEmpty();
    List<Chunk> again = desk.next(1);
    assertThat(numbers(again)).containsExactly(List.of(1, 2, 3, 4));
    assertThat(desk.lost(again)).isEmpty();
    assertThat(numbers(desk.next(1))).containsExactly(List.of(1, 2));
    assertThat(numbers(desk.next(1))).containsExactly(List.of(3, 4));
  }

  @Test
  void chunksOfALostBundleAreTriedOneByOne() throws IOException {
    ChunkDesk desk = desk(8, 1);
    List<Chunk> bundle = desk.next(3);
    assertThat(numbers(bundle)).containsExactly(List.of(1), List.of(2), List.of(3));
    desk.lost(bundle.subList(1, 3));
    assertThat(numbers(desk.next(3))).containsExactly(List.of(2));
    assertThat(numbers(desk.next(3))).containsExactly(List.of(3));
    assertThat(numbers(desk.next(3))).hasSize(2);
  }

  @Test
  void towardsTheEndBundlesBecomeSmaller() throws IOException {
    ChunkDesk desk = desk(10, 1);
    var sizes = new ArrayList<Integer>();
    for (var bundle = desk.next(4); !bundle.isEmpty(); bundle = desk.next(4)) {
      sizes.add(bundle.size());
      desk.done();
    }
    assertThat(sizes).containsExactly(4, 3, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void onlyTheTrialsThatAreToBlameAreGivenUp(int most) throws IOException {
    var done = new ArrayList<Integer>();
    assertThat(givenUp(desk(37, 8), most, List.of(3, 4, 37), done))
        .containsExactlyInAnyOrder(3, 4, 37);
    assertThat(done).hasSize(34).doesNotHaveDuplicates().doesNotContain(3, 4, 37);
  }

  @Test
  void whatWasLeftOfALostChunkIsTriedAlone() throws IOException {
    ChunkDesk desk = desk(4, 4);
    Chunk chunk = desk.next(1).get(0);
    desk.lost(chunk.of(Set.of(chunk.jobs().get(3).key())).stream().toList());
    assertThat(numbers(desk.next(1))).containsExactly(List.of(4));
    desk.done();
    assertThat(desk.next(1)).isEmpty();
  }

  @Test
  void aWorkerThatNeverBeganIsNotCounted() throws IOException {
    ChunkDesk desk = desk(1, 1);
    for (int i = 0; i < 5; i++) {
      desk.back(desk.next(1));
    }
    assertThat(desk.next(1).get(0).losses()).isZero();
  }

  @Test
  void onceStoppedThereIsNone() throws IOException {
    ChunkDesk desk = desk(4, 1);
    assertThat(desk.next(1)).isNotEmpty();
    stop.request();
    assertThat(desk.next(1)).isEmpty();
  }
}
