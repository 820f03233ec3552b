package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.TinyBatch.Trained;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.Sync;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchMergeTest {
  private static final String GRID =
      "{grid: {model.activation: [relu, tanh, mish], seed: {from: 1, count: 3}}}";
  private static final String TUNED =
      """
      {grid: {model.activation: [relu, tanh], seed: [1, 2]},
       tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11, 12]}}""";

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  private Path folder(Shard shard) {
    return temporary.resolve("shard-" + shard.index());
  }

  private Path merged() {
    return temporary.resolve("merged");
  }

  private Trained train(BatchConfig batch, Shard shard, int trials) throws IOException {
    BatchOptions alone = TinyBatch.options(1, Optional.of(1), false).of(Optional.of(shard));
    return TinyBatch.run(batch, folder(shard), alone, trials);
  }

  private List<Path> shards(BatchConfig batch, int count) throws IOException {
    var folders = new ArrayList<Path>();
    for (int index = 1; index <= count; index++) {
      var shard = new Shard(index, count);
      train(batch, shard, Integer.MAX_VALUE);
      folders.add(folder(shard));
    }
    return folders;
  }

  private BatchMerge.Merged merge(BatchConfig batch, List<Path> folders, int shards)
      throws IOException {
    return new BatchMerge(batch, new KasseiVersion("1", "1"))
        .into(merged(), new ShardJournals(folders), shards, merged -> merged);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void shardsAreTheBatchInAnyOrder(int count) throws IOException {
    for (String text : List.of(GRID, TUNED)) {
      BatchConfig batch = tiny.config(text);
      Trained whole = tiny.run(batch);
      List<Path> folders = shards(batch, count);
      Collections.shuffle(folders, new Random(count));

      BatchMerge.Merged merged = merge(batch, folders, count);
      assertThat(merged.missing()).isEmpty();
      assertThat(merged.conflicts()).isEmpty();
      assertThat(merged.run().digest()).isEqualTo(whole.digest());
      assertThat(merged.run().results().tuning()).isEqualTo(whole.run().results().tuning());
      assertThat(PlanLog.read(merged()).history().isFixed()).isTrue();
      assertThat(surfaces(merged())).isEqualTo(surfaces(tiny.results())).isNotEmpty();
      // and the folder is one like any other
      assertThat(TinyBatch.run(batch, merged(), TinyBatch.options(1, Optional.empty(), false), 99))
          .extracting(Trained::digest, trained -> trained.records().size())
          .containsExactly(whole.digest(), 0);
      for (Path folder : List.of(merged(), tiny.results())) {
        delete(folder);
      }
      folders.forEach(BatchMergeTest::delete);
    }
  }

  private static List<String> surfaces(Path folder) throws IOException {
    try (var files = Files.list(folder.resolve(BatchFiles.SURFACES))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      all.sorted(Collections.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shardsComeAsTheyEndAndAgain() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    List<Path> folders = shards(batch, 3);
    int size = batch.trials().size();
    int merged = 0;
    for (Path folder : folders) {
      BatchMerge.Merged now = merge(batch, List.of(folder, folder), 3);
      assertThat(now.run().results().trials()).hasSizeGreaterThanOrEqualTo(merged);
      merged = now.run().results().trials().size();
      assertThat(now.missing().values().stream().mapToInt(each -> each).sum())
          .isEqualTo(size - merged);
    }
    assertThat(merged).isEqualTo(size);
    List<String> journal = Files.readAllLines(merged().resolve(BatchFiles.JOURNAL));
    assertThat(journal).hasSize(size).doesNotHaveDuplicates();
    assertThat(merge(batch, folders, 3).run().digest()).isEqualTo(tiny.run(batch).digest());
    assertThat(Files.readAllLines(merged().resolve(BatchFiles.JOURNAL))).isEqualTo(journal);
  }

  @Test
  void aShardThatWasStoppedLacksItsRestAndResumes() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var only = new Shard(1, 1);
    train(batch, only, 4);
    assertThat(merge(batch, List.of(folder(only)), 1).missing()).containsEntry(1, 5);
    assertThat(train(batch, only, Integer.MAX_VALUE).records()).hasSize(5);
    assertThat(merge(batch, List.of(folder(only)), 1).missing()).isEmpty();
  }

  @Test
  void theFolderOfAShardStaysThatOfThisShard() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var first = new Shard(1, 3);
    train(batch, first, Integer.MAX_VALUE);
    assertThat(ShardFile.read(folder(first))).contains(first);
    BatchOptions second =
        TinyBatch.options(1, Optional.empty(), false).of(Optional.of(new Shard(2, 3)));
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> TinyBatch.run(batch, folder(first), second, 99))
        .withMessage(
            "--shard: '%s' is the folder of shard 1/3, not of shard 2/3; choose another with --out",
            folder(first));
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(
            () ->
                TinyBatch.run(
                    batch, folder(first), TinyBatch.options(1, Optional.empty(), false), 99))
        .withMessageContaining("is the folder of shard 1/3, not of a whole batch");
  }

  @Test
  void aShardOfAnotherPlanOrOfOtherCodeIsRefusedBeforeAnythingChanges() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var shard = new Shard(1, 1);
    train(tiny.config(GRID, "optimizer.learning_rate=0.2"), shard, Integer.MAX_VALUE);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> merge(batch, List.of(folder(shard)), 1))
        .withMessageStartingWith(folder(shard) + ": its trials are not of the batch as ")
        .withMessageEndingWith("optimizer.learning_rate was 0.2 and is 0.1");
    var other = new BatchMerge(batch, new KasseiVersion("1", "2"));
    train(batch, new Shard(2, 2), Integer.MAX_VALUE);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(
            () ->
                other.into(
                    merged(),
                    new ShardJournals(List.of(folder(new Shard(2, 2)))),
                    2,
                    merged -> merged))
        .withMessageEndingWith("Kassei itself changed");
    assertThat(merged()).doesNotExist();
  }

  @Test
  void twoResultsOfOneTrialAreBothKept() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var shard = new Shard(1, 1);
    train(batch, shard, Integer.MAX_VALUE);
    Path forged = Files.createDirectory(temporary.resolve("forged"));
    for (String name : List.of(BatchFiles.CONFIG, BatchFiles.PLAN_LOG)) {
      Files.copy(folder(shard).resolve(name), forged.resolve(name));
    }
    var records = new ArrayList<TrialRecord>();
    Journal.read(folder(shard).resolve(BatchFiles.JOURNAL), records::add);
    TrialRecord first = records.get(0);
    try (var journal = Journal.open(forged.resolve(BatchFiles.JOURNAL), Sync.DISK, record -> {})) {
      journal.add(List.of(Journal.Entry.of(withDigest(first, "0".repeat(64)))));
      // only the time differs, as it always does
      journal.add(List.of(Journal.Entry.of(records.get(1).withoutPlace())));
    }
    for (int again = 0; again < 2; again++) {
      BatchMerge.Merged merged = merge(batch, List.of(folder(shard), forged), 1);
      assertThat(merged.conflicts())
          .containsExactly(
              new BatchMerge.Conflict(first.key(), first.digest(), "0".repeat(64), forged));
      assertThat(merged.run().digest()).isEqualTo(tiny.run(batch).digest());
      assertThat(Files.readAllLines(merged().resolve(BatchFiles.CONFLICTS))).hasSize(1);
    }
  }

  private static TrialRecord withDigest(TrialRecord record, String digest) {
    return new TrialRecord(
        record.key(),
        record.status(),
        record.reason(),
        record.epochs(),
        record.bestEpoch(),
        record.rows(),
        record.guess(),
        record.last(),
        record.best(),
        record.curve(),
        digest,
        record.seconds(),
        record.site());
  }

  @Test
  void whatIsNoShardIsRefused() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> merge(batch, List.of(temporary.resolve("none")), 1))
        .withMessageEndingWith("the folder of a shard is expected, which holds a journal.jsonl");
  }
}
