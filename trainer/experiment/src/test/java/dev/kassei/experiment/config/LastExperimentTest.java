package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastExperimentTest {
  private final ExperimentConfig experiment = new ExperimentConfig();
  private final LastExperiment<Integer> last = new LastExperiment<>();
  private final AtomicInteger found = new AtomicInteger();

  private int get(ExperimentConfig of) {
    return last.get(of, found::incrementAndGet);
  }

  @Test
  void seedsAloneNeedNoOtherLook() {
    assertThat(get(experiment)).isEqualTo(1);
    assertThat(get(experiment.with(Seeds.all(7)))).isEqualTo(1);
    assertThat(get(experiment)).isEqualTo(1);
  }

  @Test
  void otherPartsAreLookedAtThoughTheyMayBeEqual() {
    assertThat(get(experiment)).isEqualTo(1);
    assertThat(get(experiment.named("other"))).isEqualTo(2);
    assertThat(get(new ExperimentConfig())).isEqualTo(3);
    assertThat(get(experiment)).isEqualTo(4);
  }
}
