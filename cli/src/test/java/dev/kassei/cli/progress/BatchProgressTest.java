package dev.kassei.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.run.Guess;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchProgressTest {
  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();
  private BatchConfig batch;
  private long now;

  @BeforeEach
  void aBatchOfTwoActivations() throws IOException {
    Path file = temporary.resolve("batch.yaml");
    Files.writeString(
        file,
        """
        dataset: xor
        model: {type: mlp, hidden: [2], activation: relu}
        loss: mse
        optimizer: sgd
        batch:
          grid: {model.activation: [relu, mish], seed.weights: {from: 1, count: 400}}
          compare: {metric: train.accuracy}
        """);
    batch = new FileLoader(Plugins.builtIn()).batch(file, List.of());
  }

  private BatchProgress progress(int threads, boolean terminal) {
    return progress(threads, terminal, 80);
  }

  private BatchProgress progress(int threads, boolean terminal, int columns) {
    var out = new PrintWriter(err);
    var status = new StatusLine(out, terminal, () -> columns, () -> now);
    return new BatchProgress(out, threads, Optional.of(batch), status, () -> now);
  }

  private static List<TrialResult> trials(int count, String activation, double accuracy) {
    return trials(count, activation, TrialStatus.COMPLETED, Map.of("train.accuracy", accuracy));
  }

  private static List<TrialResult> trials(
      int count, String activation, TrialStatus status, Map<String, Double> last) {
    var record =
        new TrialRecord(
            "", status, "", 1, -1, Map.of(), Guess.NONE, last, Map.of(), List.of(), "", 1, "");
    var trials = new ArrayList<TrialResult>();
    for (int i = 0; i < count; i++) {
      trials.add(new TrialResult(i, Map.of("model.activation", activation), Map.of(), record));
    }
    return trials;
  }

  /** What stands in the line after some time. */
  private String after(double seconds, BatchProgress progress, List<TrialResult> ended) {
    now += (long) (seconds * 1e9);
    err.getBuffer().setLength(0);
    progress.ended(ended);
    return err.toString().replace("\r", "").stripTrailing();
  }

  @Test
  void aJournalOfOtherTrialsIsSaid() {
    progress(1, false).noneIsKnown(40);
    assertThat(err)
        .hasToString(
            "none of the 40 trials in the journal is one of this batch, as after a change of Kassei,"
                + " of a plugin, of the data or of the configuration; all are trained anew\n");
  }

  @Test
  void saysNothingOfSpeedBeforeTrialsHaveEndedOnEachThread() {
    var progress = progress(2, false);
    progress.started("tuning", 640, List.of());
    assertThat(after(5, progress, trials(64, "relu", 1))).isEqualTo("tuning 64/640");
    now += (long) 1e10;
    assertThat(after(1, progress, trials(64, "relu", 1)))
        .isEqualTo("tuning 128/640, 8.00/s, 1 min 4 s left");
  }

  @Test
  void showsTheBestSoFarOnATerminal() {
    var progress = progress(1, true);
    progress.started("tuning", 8, List.of());
    assertThat(after(1, progress, trials(8, "mish", 1))).isEqualTo("tuning 8/8, 8.00/s, 0 s left");
    progress.started("trials", 800, trials(1, "relu", 0.5));
    assertThat(after(1, progress, trials(2, "relu", 1)))
        .isEqualTo("trials 3/800, 2.00/s, 6 min 39 s left, best relu 0.8333 train.accuracy");
    assertThat(after(1, progress, trials(1, "mish", 0.9)))
        .contains("4/800", "best mish 0.9000 train.accuracy");
    assertThat(after(1, progress, trials(1, "mish", TrialStatus.FAILED, Map.of())))
        .contains("1 failed or diverged", "best relu 0.8333");
  }

  @Test
  void linesInAFileArePlain() {
    var progress = progress(1, false);
    progress.started("trials", 800, List.of());
    assertThat(after(5, progress, trials(10, "relu", 1)))
        .isEqualTo("trials 10/800, 2.00/s, 6 min 35 s left");
  }

  @Test
  void trialsThatTurnOutToBeKnownAreDoneButNoSpeed() {
    var progress = progress(1, false);
    progress.started("trials", 800, trials(100, "relu", 1));
    assertThat(err).hasToString("trials: 100 of 800 are there already\n");
    progress.known(trials(50, "relu", 1));
    assertThat(after(5, progress, trials(10, "relu", 1)))
        .isEqualTo("trials 160/800, 2.00/s, 5 min 20 s left");
  }

  @Test
  void aTrialWithoutTheMetricIsNoReasonToStop() {
    var progress = progress(1, true);
    progress.started("trials", 800, List.of());
    assertThat(after(1, progress, trials(1, "relu", TrialStatus.COMPLETED, Map.of("loss", 1.0))))
        .startsWith("trials 1/800")
        .doesNotContain("best");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 200})
  void aLineFitsATerminal(int columns) {
    var progress = progress(1, true, columns);
    progress.started("trials", 800, List.of());
    assertThat(after(1, progress, trials(1, "a".repeat(200), 1)))
        .hasSize(columns - 1)
        .endsWith("…");
  }

  @Test
  void saysOnATerminalAtOnceThatItBegins() {
    progress(1, true).started("trials", 800, List.of());
    assertThat(err).hasToString("\rtrials 0/800");
  }

  /** Two workers train, one of them a third of what the other does. */
  private void work(BatchProgress progress) {
    progress.started("trials", 800, List.of());
    progress.busy(1);
    progress.busy(2);
    for (int second = 1; second <= 12; second++) {
      now += (long) 1e9;
      progress.trained(1, 8);
      progress.ended(trials(8, "relu", 1));
      if (second % 3 == 0) {
        progress.trained(2, 8);
        progress.ended(trials(8, "relu", 1));
      }
    }
    err.getBuffer().setLength(0);
  }

  @Test
  void ratesOfWorkersStandWhereThereIsRoom() {
    var progress = progress(2, true, 120);
    work(progress);
    now += (long) 1e9;
    progress.ticked();
    assertThat(err.toString().stripTrailing())
        .isEqualTo(
            "\rtrials 128/800, 9.85/s, 1 min 9 s left, best relu 1.0000 train.accuracy, by worker 7.38,"
                + " 2.46, worker 2 slow: 2.46/s");
  }

  @Test
  void aStragglerComesBeforeTheRatesOfAll() {
    var progress = progress(2, true, 97);
    work(progress);
    now += (long) 1e9;
    progress.ticked();
    assertThat(err.toString().stripTrailing()).endsWith("train.accuracy, worker 2 slow: 2.46/s");
  }

  @Test
  void whatWorkersHaveDoneIsSaidAtTheEnd() {
    var progress = progress(2, false);
    work(progress);
    progress.ticked();
    assertThat(err.toString()).isEmpty();
    progress.idle(1);
    progress.idle(2);
    progress.lost(2);
    progress.finished();
    progress.ticked();
    assertThat(err)
        .hasToString(
            """
            trials: worker 1 trained 96, 8.00/s
            trials: worker 2 trained 32, 2.67/s, replaced once
            """);
  }

  @Test
  void threadsAreNoWorkers() {
    var progress = progress(2, false);
    progress.started("trials", 8, List.of());
    progress.ended(trials(8, "relu", 1));
    progress.finished();
    assertThat(err.toString()).isEmpty();
  }
}
