package dev.kassei.batch.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.run.BatchListener;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.BatchRun;
import dev.kassei.batch.run.BatchRunner;
import dev.kassei.batch.run.KasseiVersion;
import dev.kassei.batch.run.StopSignal;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedRunsTest {
  private static final String ALL =
      """
      name: tiny
      dataset: {type: moons, samples: 24, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [3], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 2, batch_size: 5}
      plots: false
      batch: {grid: {seed: [1, 2, 3]}, keep: all}
      """;
  private static final String NONE = ALL.replace("keep: all", "keep: none");

  private static final BatchOptions OPTIONS =
      new BatchOptions(1, Optional.empty(), RunOptions.Kernels.AUTO, false, false);

  @TempDir private Path temporary;
  private final StopSignal stop = new StopSignal();
  private final Told told = new Told();

  /** What is told of runs. */
  private static final class Told implements BatchListener {
    private final List<Integer> known = new ArrayList<>();
    private final List<Integer> trained = new ArrayList<>();

    @Override
    public void started(String what, long total, List<TrialResult> before) {
      known.clear();
      trained.clear();
      before.forEach(trial -> known.add(trial.number()));
    }

    @Override
    public void ended(List<TrialResult> together) {
      together.forEach(trial -> trained.add(trial.number()));
    }

    @Override
    public void finished() {}
  }

  private BatchConfig batch(String text) throws IOException {
    Path file = Files.writeString(temporary.resolve("tiny.yaml"), text);
    return new FileLoader(Plugins.builtIn()).batch(file, List.of());
  }

  private BatchRun trained(BatchConfig batch) throws IOException {
    return new BatchRunner(
            batch, new KasseiVersion("1", "1"), OPTIONS, new StopSignal(), BatchListener.SILENT)
        .run(temporary.resolve("results"));
  }

  private List<Path> write(BatchConfig batch, BatchRun run) throws IOException {
    return new SavedRuns(batch, "1", OPTIONS, stop, told).write(run);
  }

  /** Trains a batch and writes its runs. */
  private List<Path> write(String text) throws IOException {
    BatchConfig batch = batch(text);
    return write(batch, trained(batch));
  }

  private Path run(int trial) {
    return temporary.resolve("results").resolve(BatchFiles.run(Integer.toString(trial)));
  }

  @Test
  void eachTrialIsARunWithItsBits() throws IOException {
    BatchConfig batch = batch(ALL);
    BatchRun run = trained(batch);

    assertThat(write(batch, run)).containsExactly(run(1), run(2), run(3));
    for (TrialResult trial : run.results().trials()) {
      assertThat(new RunFolder(run(trial.number())).isWhole(trial.record().digest())).isTrue();
    }
  }

  @Test
  void wholeRunsStayAndTornOnesAreTrainedAgain() throws IOException {
    write(ALL);
    Files.delete(run(2).resolve(RunFiles.METRICS));

    write(ALL);
    assertThat(told.known).containsExactly(1, 3);
    assertThat(told.trained).containsExactly(2);
    assertThat(run(2).resolve(RunFiles.METRICS)).exists();
  }

  @Test
  void runsFromBeforeStayWhereNoneIsAskedForUntilTheirTrialsBecomeOthers() throws IOException {
    write(ALL);

    assertThat(write(NONE)).containsExactly(run(1), run(2), run(3));
    assertThat(write(NONE.replace("learning_rate: 0.1", "learning_rate: 0.2"))).isEmpty();
    assertThat(run(1)).doesNotExist();
  }

  @Test
  void whatOthersPutBesideARunStays() throws IOException {
    write(ALL);
    Path notes = Files.writeString(run(1).resolve("notes.txt"), "mine");

    write(ALL.replace("learning_rate: 0.1", "learning_rate: 0.2"));
    assertThat(notes).hasContent("mine");
    assertThat(told.trained).containsExactly(1, 2, 3);
  }

  @Test
  void whatAKilledProcessLeftHalfWrittenGoesAndNothingElse() throws IOException {
    BatchConfig batch = batch(NONE);
    BatchRun run = trained(batch);
    Path half = Files.createDirectories(run(1).resolveSibling("trial-1.tmp"));
    Files.writeString(half.resolve(RunFiles.CONFIG), "half");
    Path other = Files.createDirectories(run(1).resolveSibling("trial-one.tmp"));
    Path file = Files.writeString(run(1).resolveSibling("trial-2.tmp"), "a file");

    write(batch, run);
    assertThat(half).doesNotExist();
    assertThat(other).exists();
    assertThat(file).exists();
  }

  @Test
  void aTrialThatDivergedIsARunToo() throws IOException {
    assertThat(write(ALL.replace("seed: [1, 2, 3]", "optimizer.learning_rate: [0.1, 1e38]")))
        .hasSize(2)
        .allSatisfy(folder -> assertThat(folder.resolve(RunFiles.RUN)).exists());
  }

  @Test
  void onceStoppedNothingMoreIsTrained() throws IOException {
    stop.request();

    assertThat(write(ALL)).isEmpty();
    assertThat(told.trained).isEmpty();
  }

  @Test
  void aLinkInItsPlaceIsRefusedAndLeftAlone() throws IOException {
    BatchConfig batch = batch(ALL);
    BatchRun run = trained(batch);
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.createDirectories(run(1).resolveSibling(""));
    Files.createSymbolicLink(run(1), elsewhere);

    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> write(batch, run))
        .withMessageEndingWith(
            "the run of trial 1 belongs into '%s', which is a link; remove it".formatted(run(1)));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void otherBitsAreRefused() throws IOException {
    BatchConfig batch = batch(ALL);
    BatchRun run = trained(batch);
    BatchConfig changed = batch(ALL.replace("learning_rate: 0.1", "learning_rate: 0.2"));

    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> write(changed, run))
        .withMessageContaining("when it was trained again into '")
        .withMessageContaining("the data has changed since, or this is a defect of Kassei");
  }
}
