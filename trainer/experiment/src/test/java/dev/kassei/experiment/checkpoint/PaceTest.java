package dev.kassei.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final double A_NANOSECOND = 1 / 60e9;

  @Test
  void aStateIsDueUntilItIsWritten() {
    var pace = new Pace(new Checkpoint(A_NANOSECOND, 0));
    while (!pace.isDueNow()) {
      Thread.onSpinWait();
    }
    assertThat(pace.isDueNow()).as("nothing was written").isTrue();
    var patient = new Pace(new Checkpoint(60, 0));
    patient.restart();
    assertThat(patient.isDueNow()).isFalse();
  }

  @Test
  void epochsAreCountedBesideTheClock() {
    var pace = new Pace(new Checkpoint(0, 3));
    assertThat(pace.isDue(6)).isTrue();
    assertThat(pace.isDue(7)).isFalse();
    assertThat(pace.isDueNow()).isFalse();
  }
}
