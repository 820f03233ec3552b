package dev.kassei.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedTableTest {
  private static final List<List<String>> ROWS =
      List.of(
          List.of("activation", "trials", "test.accuracy (mean ± sd)", "improvement over relu"),
          List.of("relu", "60", "0.879 ± 0.012", ""),
          List.of("gelu", "60", "0.888 ± 0.020", "0.00856 [0.00444, 0.0136]"));

  private static List<String> lines(int room) {
    return new AlignedTable(ROWS, AlignedTable.Side.RIGHT).lines(room);
  }

  @Test
  void columnsAreAligned() {
    assertThat(lines(80))
        .containsExactly(
            "activation  trials  test.accuracy (mean ± sd)      improvement over relu",
            "relu            60              0.879 ± 0.012",
            "gelu            60              0.888 ± 0.020  0.00856 [0.00444, 0.0136]");
    assertThat(new AlignedTable(ROWS, AlignedTable.Side.LEFT).lines(80).get(1))
        .isEqualTo("relu        60      0.879 ± 0.012");
  }

  @Test
  void cellsWrapBetweenWords() {
    assertThat(lines(50))
        .containsExactly(
            "activation  trials   test.accuracy     improvement",
            "                       (mean ± sd)       over relu",
            "relu            60   0.879 ± 0.012",
            "gelu            60   0.888 ± 0.020         0.00856",
            "                                         [0.00444,",
            "                                           0.0136]");
  }

  @Test
  void columnsWithoutRoomStandBelow() {
    assertThat(lines(35))
        .containsExactly(
            "activation  trials    test.accuracy",
            "                        (mean ± sd)",
            "relu            60    0.879 ± 0.012",
            "gelu            60    0.888 ± 0.020",
            "",
            "activation    improvement over relu",
            "relu",
            "gelu              0.00856 [0.00444,",
            "                            0.0136]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 26, 40, 60, 80, 200, Integer.MAX_VALUE})
  void noWordIsBrokenAndNoLineIsWiderThanItMustBe(int room) {
    List<String> lines = lines(room);
    int widest = "activation  test.accuracy".length();
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Math.max(room, widest)));
    assertThat(String.join(" ", lines).split("\\s+", -1))
        .contains("test.accuracy", "improvement", "activation", "[0.00444,", "0.0136]");
  }

  @Test
  void aSentenceKeepsItsIndent() {
    assertThat(Wrapped.lines("  gelu beats relu with 33 of 60 seeds", 18))
        .containsExactly("  gelu beats relu", "  with 33 of 60", "  seeds");
    assertThat(Wrapped.lines("short", 18)).containsExactly("short");
  }
}
