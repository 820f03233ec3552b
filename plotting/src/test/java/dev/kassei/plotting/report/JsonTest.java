package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
  @Test
  void textsCannotEndTheElementThatHoldsThem() {
    String text = "</script><!-- & \u2028 \"quoted\" \\ \n 活性 \uD83D\uDE00";
    String json = Json.of(text);
    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\n");
    assertThat(new JsonMapper().readTree(json).asString()).isEqualTo(text);
  }

  @Test
  void numbersAreShortAndThoseThatAreNoneAreNull() {
    assertThat(Json.of(List.of(1.0, -0.5, 2e-44, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 3)))
        .isEqualTo("[1,-0.5,2e-44,1e300,null,null,3]");
  }

  @Test
  void emptyThingsAreEmpty() {
    assertThat(Json.of(Map.of())).isEqualTo("{}");
    assertThat(Json.of(List.of())).isEqualTo("[]");
  }
}
