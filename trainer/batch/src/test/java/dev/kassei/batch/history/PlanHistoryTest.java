package dev.kassei.batch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanHistoryTest {
  @Test
  void aLookBeforeAnySeedIsCompleteSaysSo() {
    assertThat(sentences(8, 0))
        .contains("Results were looked at when 8 of 16 trials had ended (no seed was complete).");
    assertThat(sentences(8, 1))
        .contains("Results were looked at when 8 of 16 trials had ended (complete: 1 seed).");
  }

  private static List<String> sentences(int trials, int seeds) {
    var look = new LogEntry.Look("plan", "time", trials, "compare", 16, seeds, List.of());
    return PlanHistory.of(List.of(look)).sentences();
  }
}
