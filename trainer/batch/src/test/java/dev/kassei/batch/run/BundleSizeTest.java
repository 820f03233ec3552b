package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BundleSizeTest {
  private static final long MILLI = 1_000_000;

  private final BundleSize size = new BundleSize(Duration.ofMillis(500));

  @Test
  void beginsWithOneChunkAndDoubles() {
    assertThat(size.chunks()).isEqualTo(1);
    size.took(1, MILLI);
    assertThat(size.chunks()).isEqualTo(2);
    size.took(2, 2 * MILLI);
    assertThat(size.chunks()).isEqualTo(4);
  }

  @Test
  void comesToWhatTakesAsLongAsItIsMeantTo() {
    for (int i = 0; i < 20; i++) {
      size.took(size.chunks(), 7 * MILLI * size.chunks());
    }
    assertThat(size.chunks()).isEqualTo(71);
    size.took(71, 71 * 100 * MILLI);
    assertThat(size.chunks()).isEqualTo(5);
  }

  @Test
  void isOneChunkOfThoseThatTakeLonger() {
    size.took(1, 60_000 * MILLI);
    assertThat(size.chunks()).isEqualTo(1);
  }

  @Test
  void takesAnyTimes() {
    size.took(1, 0);
    size.took(1, Long.MAX_VALUE);
    assertThat(size.chunks()).isEqualTo(1);
    var forEver = new BundleSize(Duration.ofDays(1000));
    for (int i = 0; i < 100; i++) {
      forEver.took(1, 0);
    }
    assertThat(forEver.chunks()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void tasksOfManyMachinesAreLongerSoThatTheirDriverKeepsUp() {
    assertThat(Workers.task(4)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Workers.task(2000)).isEqualTo(Duration.ofSeconds(30));
  }
}
