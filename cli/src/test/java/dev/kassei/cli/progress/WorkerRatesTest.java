package dev.kassei.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerRatesTest {
  private static final long SECOND = 1_000_000_000;

  private final WorkerRates workers = new WorkerRates();

  /** Lets each worker train for a minute, a group of trials at a time. */
  private void train(int... secondsPerGroup) {
    for (int i = 0; i < secondsPerGroup.length; i++) {
      workers.of(i + 1).busy(0);
      for (int time = secondsPerGroup[i]; time <= 60; time += secondsPerGroup[i]) {
        workers.of(i + 1).trained(12, time * SECOND);
      }
    }
  }

  @Test
  void withoutWorkersNothingIsSaid() {
    assertThat(workers.each(0)).isEmpty();
    assertThat(workers.straggler(0)).isEmpty();
    assertThat(workers.summary(0)).isEmpty();
  }

  @Test
  void theRateIsOfTheTimeInWhichAWorkerHadSomethingToDo() {
    workers.of(2).busy(10 * SECOND);
    workers.of(2).trained(12, 12 * SECOND);
    workers.of(2).idle(13 * SECOND);
    workers.of(1).busy(0);
    assertThat(workers.each(16 * SECOND)).isEqualTo(", by worker 0, 4.00");
    workers.of(2).busy(20 * SECOND);
    assertThat(workers.each(23 * SECOND)).isEqualTo(", by worker 0, 2.00");
  }

  @Test
  void aWorkerOfLessThanHalfTheOthersRateIsSlow() {
    train(2, 3, 5, 2);
    assertThat(workers.straggler(60 * SECOND)).isEqualTo(", worker 3 slow: 2.40/s");
    workers.of(3).idle(60 * SECOND);
    assertThat(workers.straggler(60 * SECOND)).as("it holds up nobody").isEmpty();
  }

  @Test
  void equalWorkersAndOneAloneAreNotSlow() {
    train(2, 3);
    assertThat(workers.straggler(60 * SECOND)).isEmpty();
    workers.clear();
    train(2);
    assertThat(workers.straggler(60 * SECOND)).isEmpty();
  }

  @Test
  void aWorkerThatTakesMuchLongerThanAnyBeforeIsSaid() {
    train(2, 3);
    workers.of(1).idle(60 * SECOND);
    assertThat(workers.straggler(69 * SECOND)).isEmpty();
    assertThat(workers.straggler(70 * SECOND)).isEqualTo(", worker 2 without a result for 10 s");
    workers.of(2).trained(12, 71 * SECOND);
    assertThat(workers.straggler(71 * SECOND)).isEmpty();
  }

  @Test
  void firstResultsMayTakeLong() {
    workers.of(1).busy(0);
    workers.of(2).busy(0);
    assertThat(workers.straggler(600 * SECOND)).isEmpty();
    assertThat(workers.summary(600 * SECOND)).isEmpty();
  }

  @Test
  void fewWorkersHaveALineEach() {
    train(2, 3);
    workers.of(2).lost();
    assertThat(workers.summary(60 * SECOND))
        .containsExactly(
            "worker 1 trained 360, 6.00/s", "worker 2 trained 240, 4.00/s, replaced once");
  }

  @Test
  void manyWorkersHaveOneLine() {
    train(2, 3, 2, 6, 2);
    workers.of(2).lost();
    workers.of(4).lost();
    assertThat(workers.summary(60 * SECOND))
        .containsExactly("5 workers, 2.00 to 6.00/s each, the slowest worker 4, replaced 2 times");
  }
}
