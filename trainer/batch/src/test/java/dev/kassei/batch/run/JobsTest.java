package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {
  @TempDir private Path temporary;

  private static Jobs jobs(BatchConfig batch) {
    return Jobs.of(batch, "1", new InputFiles());
  }

  /** Data that are generated anew, split anew, or of another size, in any order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{grid: {model.activation: [relu, tanh], seed: [1, 2, 3]}}",
        "{grid: {seed.data: [1, 2], seed.split: [1, 2], seed.weights: [1, 2]}}",
        "{grid: {seed.weights: [1, 2], model.hidden: [[2], [3]], dataset.samples: [24, 30]}}",
        "{grid: {seed.weights: [1, 2], training.batch_size: [5, 6], precision: [float32, float64]}}"
      })
  void aJobIsTheSameWhicheverTrialsCameBefore(String axes) throws IOException {
    BatchConfig batch = new TinyBatch(temporary).config(axes);
    Jobs shared = jobs(batch);
    List<Job> inOrder = batch.trials().stream().map(shared::of).toList();
    List<Job> alone = batch.trials().stream().map(trial -> jobs(batch).of(trial)).toList();
    assertThat(inOrder).isEqualTo(alone);
    assertThat(inOrder).extracting(Job::key).doesNotHaveDuplicates();
  }

  @Test
  void aTrialIsPreparedWithItsOwnSeeds() throws IOException {
    BatchConfig batch = new TinyBatch(temporary).config("{grid: {seed.data: [1, 2, 1]}}");
    Jobs jobs = jobs(batch);
    List<TrialConfig> trials = batch.trials();
    assertThat(jobs.of(trials.get(0)).data()).isNotEqualTo(jobs.of(trials.get(1)).data());
  }
}
