package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Epoch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochsTest {
  private final Epochs epochs = new Epochs(List.of("running_loss", "validation.loss"));

  @Test
  void thoseMeasuredWholeAreSeenWithTheirNumbers() {
    epochs.append(1, 0.5, 0);
    epochs.append(2, 0.4, 0.6);
    epochs.append(1, 0.3, 0);
    epochs.append(2, 0.2, 0.5);

    assertThat(epochs.whole())
        .containsExactly(
            new Epoch(1, Map.of("running_loss", 0.4, "validation.loss", 0.6)),
            new Epoch(3, Map.of("running_loss", 0.2, "validation.loss", 0.5)));
  }

  @Test
  void allAreWholeWhereNoneHasMore() {
    epochs.append(1, 0.5, 0);
    epochs.append(1, 0.4, 0);

    assertThat(epochs.whole()).isEqualTo(epochs).hasSize(2);
    assertThat(new Epochs(List.of("running_loss")).whole()).isEmpty();
  }
}
