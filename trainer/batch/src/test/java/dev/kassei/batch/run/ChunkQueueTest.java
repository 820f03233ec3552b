package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.TrialKeys;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkQueueTest {
  private static final int LANES = 8;

  @TempDir private Path temporary;
  private final AtomicInteger made = new AtomicInteger();

  /** So many jobs of each batch, one kind after the other, counted as they are made. */
  private Iterator<Job> jobs(int count, String... batches) throws IOException {
    var kinds = new ArrayList<Job>();
    for (String batch : batches) {
      BatchConfig config = new TinyBatch(temporary).config(batch);
      var jobs = new Jobs(new ExperimentCache(), new TrialKeys("1", Optional.empty()));
      kinds.add(jobs.of(config.trials().get(0)));
    }
    return IntStream.range(0, count * kinds.size())
        .mapToObj(i -> numbered(kinds.get(i / count), i))
        .iterator();
  }

  private Job numbered(Job any, int number) {
    made.incrementAndGet();
    return new Job(
        number,
        any.axes(),
        any.config(),
        "key " + number,
        any.data(),
        any.group(),
        any.surfaceBytes(),
        any.isRecorded());
  }

  private ChunkQueue queue(Iterator<Job> jobs, int threads, int lanes) throws IOException {
    var checkpoints = new CheckpointFolder(temporary.resolve("none"), new Checkpoint(), Sync.DISK);
    return new ChunkQueue(jobs, checkpoints, TinyBatch.options(threads, Optional.of(lanes), false));
  }

  private static List<List<Integer>> all(ChunkQueue queue) {
    var chunks = new ArrayList<List<Integer>>();
    var chunk = queue.next();
    while (chunk.isPresent()) {
      chunks.add(chunk.get().stream().map(task -> task.job().number()).toList());
      chunk = queue.next();
    }
    return chunks;
  }

  @Test
  void noMoreJobsAreMadeThanTheNextChunkNeeds() throws IOException {
    ChunkQueue queue = queue(jobs(10_000, "{grid: {seed: 1}}"), 2, LANES);
    assertThat(queue.size(2)).isEqualTo(2);
    assertThat(made.get()).isEqualTo(4 * LANES);
    assertThat(queue.next().orElseThrow()).hasSize(LANES);
    assertThat(queue.next().orElseThrow()).hasSize(LANES);
    assertThat(made.get()).isEqualTo(4 * LANES);
    queue.next();
    assertThat(made.get()).isEqualTo(5 * LANES);
  }

  @Test
  void aJobThatIsTrainedAloneIsHandedOutAtOnce() throws IOException {
    ChunkQueue queue = queue(jobs(10_000, "{grid: {seed: 1}}"), 2, 1);
    assertThat(queue.next().orElseThrow()).hasSize(1);
    assertThat(made.get()).isEqualTo(1);
  }

  @Test
  void eachJobComesOnceAndTheLastChunksAreEqual() throws IOException {
    List<List<Integer>> chunks = all(queue(jobs(100, "{grid: {seed: 1}}"), 2, LANES));
    assertThat(chunks.stream().flatMap(List::stream))
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    // the last 20, fewer than are enough for one more whole chunk, in as many for each thread
    assertThat(chunks.stream().map(List::size))
        .containsExactly(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 5, 5, 5, 5);
  }

  @Test
  void onlyJobsOfOneKindAreTogether() throws IOException {
    String[] batches = {
      "{grid: {model.activation: relu}}",
      "{grid: {model.activation: tanh}}",
      "{grid: {model.activation: mish}}"
    };
    List<List<Integer>> chunks = all(queue(jobs(30, batches), 2, LANES));
    assertThat(chunks.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 90).boxed().toList());
    assertThat(chunks)
        .allSatisfy(
            chunk -> assertThat(chunk.stream().map(number -> number / 30).distinct()).hasSize(1));
  }

  @Test
  void aThreadWithoutAChunkIsNotWanted() throws IOException {
    assertThat(queue(jobs(3, "{grid: {seed: 1}}"), 8, LANES).size(8)).isEqualTo(3);
    assertThat(queue(jobs(0, "{grid: {seed: 1}}"), 8, LANES).size(8)).isZero();
  }
}
