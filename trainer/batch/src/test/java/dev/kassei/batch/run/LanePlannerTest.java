package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.PreparedTrial;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanePlannerTest {
  private static final int MAX_LANES = 64;
  private static final long CACHE = 512 << 10;
  private static final long LARGE = 24 << 10;

  @TempDir private Path temporary;

  private PreparedTrial trial(String... settings) throws IOException {
    BatchConfig batch = new TinyBatch(temporary).config("{grid: {seed: [1]}}", settings);
    return new ExperimentCache().prepare(batch.trials().get(0).config());
  }

  @Test
  void tinyTrialsTakeAllLanesThatPay() throws IOException {
    assertThat(LanePlanner.lanes(trial("model.hidden=[1]", "training.batch_size=1")))
        .isEqualTo(MAX_LANES);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100})
  void allLanesTogetherFillTheCacheAndNoMore(int width) throws IOException {
    PreparedTrial trial = trial("model.hidden=[" + width + "]");
    long bytes = LanePlanner.bytes(trial);
    int lanes = LanePlanner.lanes(trial);

    assertThat(lanes).isBetween(2, MAX_LANES - 1);
    assertThat(lanes * bytes).isLessThanOrEqualTo(CACHE);
    assertThat((lanes + 1) * bytes).isGreaterThan(CACHE);
  }

  @Test
  void aTrialThatFillsVectorsByItselfHasOneLane() throws IOException {
    PreparedTrial large = trial("model.hidden=[4000]");

    assertThat(LanePlanner.bytes(large)).isGreaterThan(LARGE);
    assertThat(LanePlanner.lanes(large)).isEqualTo(1);
  }

  @Test
  void aNumberOfFloat64TakesTwiceThatOfFloat32() throws IOException {
    assertThat(LanePlanner.bytes(trial("precision=float64")))
        .isEqualTo(2 * LanePlanner.bytes(trial("precision=float32")));
  }

  @Test
  void rowsOfAStepCount() throws IOException {
    long one = LanePlanner.bytes(trial("training.batch_size=1"));
    long two = LanePlanner.bytes(trial("training.batch_size=2"));
    long three = LanePlanner.bytes(trial("training.batch_size=3"));

    assertThat(two).isGreaterThan(one);
    assertThat(three - two).isEqualTo(two - one);
  }

  @Test
  void plainJavaSeesOneTrialHoweverSmall() throws IOException {
    PreparedTrial trial = trial("optimizer=one_step", "training.batch_size=all");

    assertThat(LanePlanner.bytes(trial)).isLessThan(LARGE);
    assertThat(LanePlanner.lanes(trial)).isEqualTo(1);
  }
}
