package dev.kassei.batch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.record.ChosenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridsTest {
  private static final String LEARNING_RATE = "optimizer.learning_rate";

  private static ChosenRecord chosen(String learningRate, String hidden, int trials) {
    var assignment = new LinkedHashMap<String, String>();
    assignment.put(LEARNING_RATE, learningRate);
    assignment.put("model.hidden", hidden);
    return new ChosenRecord(assignment, trials, List.of(LEARNING_RATE));
  }

  @Test
  void whatTheTuningChoseIsNotCutInTheMiddle() {
    List<ChosenRecord> three =
        List.of(chosen("0.1", "[4]", 4), chosen("0.01", "[8]", 1), chosen("0.1", "[8]", 1));

    assertThat(Grids.choices(three)).isEqualTo("learning_rate=0.1, hidden=[4] (4, edge); 2 more");
  }

  @Test
  void asManyAsFitAreNamed() {
    List<ChosenRecord> five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> new ChosenRecord(Map.of("seed.alpha", "0." + i), i, List.of()))
            .toList();

    assertThat(Grids.choices(five))
        .isEqualTo("alpha=0.1 (1); alpha=0.2 (2); alpha=0.3 (3); 2 more");
    assertThat(Grids.choices(five.subList(0, 2))).isEqualTo("alpha=0.1 (1); alpha=0.2 (2)");
  }
}
