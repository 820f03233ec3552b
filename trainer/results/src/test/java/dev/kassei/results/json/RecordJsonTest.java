package dev.kassei.results.json;

import static dev.kassei.api.value.Requirements.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.results.file.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordJsonTest {
  @TempDir private Path folder;

  enum Color {
    RED,
    DARK_BLUE
  }

  record Inner(int count) {
    Inner {
      require(count > 0, "count must be positive but was %s", count);
    }
  }

  record Outer(
      String name,
      double size,
      boolean isNew,
      Color mainColor,
      List<Double> numbers,
      Map<String, String> texts,
      Optional<Inner> inner) {}

  private static final String ALL =
      """
      {"format": 1, "name": "x", "size": "-Infinity", "is_new": true, "main_color": "dark_blue",
       "numbers": [1, "NaN"], "texts": {"a": "b"}, "inner": {"count": 3}, "later": [{}]}
      """;

  private Outer read(String text) throws IOException {
    return RecordJson.read(Files.writeString(folder.resolve("file.json"), text), Outer.class, 1);
  }

  private void refuses(String text, String reason) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("file.json")
        .withMessageContaining(reason);
  }

  @Test
  void componentsAreFieldsWithUnderscores() throws IOException {
    assertThat(read(ALL))
        .isEqualTo(
            new Outer(
                "x",
                Double.NEGATIVE_INFINITY,
                true,
                Color.DARK_BLUE,
                List.of(1.0, Double.NaN),
                Map.of("a", "b"),
                Optional.of(new Inner(3))));
  }

  @Test
  void whatIsOptionalMayBeMissing() throws IOException {
    assertThat(read(ALL.replace("\"inner\"", "\"outer\"")).inner()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsName() {
    refuses(ALL.replace("\"name\"", "\"title\""), "it has no 'name'");
    refuses(ALL.replace("[1, \"NaN\"]", "7"), "'numbers' is not a list");
    refuses(ALL.replace("\"NaN\"", "\"none\""), "'numbers[1]' is not a number: none");
    refuses(ALL.replace("{\"a\": \"b\"}", "[]"), "'texts' is not a JSON object");
    refuses(ALL.replace("dark_blue", "green"), "the value 'green' of 'main_color' is not known");
    refuses(ALL.replace("{\"count\": 3}", "3"), "'inner' is not a JSON object");
    refuses(
        ALL.replace("{\"count\": 3}", "{\"count\": 0}"),
        "'inner' is refused: count must be positive but was 0");
    refuses(ALL.replace("\"count\"", "\"size\""), "it has no 'inner.count'");
    refuses(
        ALL.replace("\"count\": 3", "\"count\": 3.5"), "'inner.count' is not a whole number: 3.5");
    refuses(ALL.replace("true", "\"yes\""), "'is_new' is neither true nor false: yes");
    refuses(ALL.replace("\"b\"", "[]"), "'texts.a' is not a text: []");
    refuses(
        ALL.replace("[{}]", "[".repeat(1000)),
        "it has a text or number that is too long, or is nested too deeply");
    refuses(
        ALL.replace("\"format\": 1", "\"format\": 2"),
        "its format is 2 but this version of Kassei reads format 1; a newer Kassei wrote it");
    refuses(ALL.replace("\"format\": 1", "\"format\": 0.5"), "its format is 0.5");
    refuses(ALL.replace("\"format\": 1", "\"form\": 1"), "its format is not said");
    refuses("[" + ALL + "]", "not a JSON object");
    refuses(ALL.substring(0, 30), "not JSON");
    refuses(
        ALL.substring(0, ALL.indexOf(", \"NaN\"")),
        "it is not JSON: Unexpected end-of-input: expected close marker for Array; run");
  }
}
