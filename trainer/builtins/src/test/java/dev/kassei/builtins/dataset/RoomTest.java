package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long HEAP = Runtime.getRuntime().maxMemory();

  @Test
  void threeCopiesOfTheNumbersMustFitBesideTheirRows() {
    assertThatCode(() -> Room.require(HEAP / (50 * 24), 30)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Room.require(HEAP / (30 * 24), 30))
        .withMessageMatching(
            "\\d+ rows of 30 features are more numbers than there is room for, about \\d+ MiB of the"
                + " \\d+ that Java may use; take fewer, or more memory:"
                + " KASSEI_JAVA_OPTS=-Xmx\\d+m");
  }

  @Test
  void rowsOfOneFeatureTakeMoreThanTheirNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> Room.require(HEAP / 100, 1));
  }

  @Test
  void whatNoArrayHoldsNeedsNoMemory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Room.require(Long.MAX_VALUE, 2))
        .withMessageEndingWith("there is room for, 2147483647 in one table; take fewer");
  }
}
