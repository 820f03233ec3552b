package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.results.file.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code preparation.json} may hold, where somebody changed it. */
class PreparationCheckTest {
  private static final String CLASSES =
      """
      {"format": 1,
       "inputs": [{"kind": "number", "names": ["a", "b"], "positions": [1, 2], "categories": [],
                   "fill": [1, 2], "mean": [3, 4], "deviation": [5, 6]},
                  {"kind": "one_hot", "names": ["c"], "positions": [3], "categories": ["p", "q"],
                   "fill": [1, 0], "mean": [0.5, 0.5], "deviation": [7, 8]}],
       "image": {"height": 2, "width": 2, "channels": 1},
       "targets": [{"name": "y", "position": 4}],
       "classes": ["no", "yes"],
       "class_weights": [0, 3],
       "weight": {"name": "w", "position": 5},
       "text": {"header": true, "columns": 5, "delimiter": ";", "decimal": ",", "thousands": ".",
                "missing_numbers": [], "missing_categories": []}}
      """;

  private static final String NUMBERS =
      CLASSES
          .replace(
              "{\"name\": \"y\", \"position\": 4}",
              "{\"name\": \"y\", \"mean\": 1, \"deviation\": 2},"
                  + " {\"name\": \"z\", \"mean\": 3, \"deviation\": 4}")
          .replace("[\"no\", \"yes\"]", "[]")
          .replace("\"class_weights\": [0, 3],", "");

  @TempDir private Path temporary;

  private RunFolder folder(String preparation) throws IOException {
    Files.writeString(temporary.resolve("preparation.json"), preparation);
    return new RunFolder(temporary);
  }

  private void refused(String preparation, String reason) throws IOException {
    RunFolder folder = folder(preparation);
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(folder::preparation)
        .withMessageContaining(
            temporary.resolve("preparation.json") + "' cannot be read: " + reason);
  }

  @Test
  void whatTrainingWritesIsRead() throws IOException {
    assertThat(folder(CLASSES).preparation().width()).isEqualTo(4);
    assertThat(folder(NUMBERS).preparation().target().columns()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mean\": [3, 4]|\"mean\": [3, \"NaN\"]|'inputs[0].mean[1]' must be a finite number but was NaN",
        "\"fill\": [1, 0]|\"fill\": [\"Infinity\", 0]|'inputs[1].fill[0]' must be a finite number",
        "[5, 6]|[5, 0]|'inputs[0].deviation[1]' must be a finite number above 0 but was 0.0",
        "[5, 6]|[\"Infinity\", 6]|'inputs[0].deviation[0]' must be a finite number above 0",
        "[5, 6]|[5]|'inputs[0]' is refused: [a, b] need 2 numbers but have 1",
        "\"deviation\": [7, 8]|\"later\": 1|'inputs[1]' must have both 'mean' and 'deviation'",
        "\"fill\": [1, 0],||all of 'inputs' must have 'fill', or none, but 1 of 2 have",
        "\"mean\": [0.5, 0.5], \"deviation\": [7, 8]|\"later\": 1|all of 'inputs' must have 'mean'",
        "[\"c\"]|[\"a\"]|the names of inputs must differ but 'a' is twice",
        "[\"p\", \"q\"]|[\"p\", \"p\"]|inputs[1].categories must differ but 'p' is twice",
        "[1, 2], \"c|[0, 2], \"c|columns of 'inputs[0]' are numbered from 1 but one has 0",
        "\"height\": 2|\"height\": 3|'image' has 6 values but 'inputs' 4",
        "[{\"name\": \"y\", \"position\": 4}]|[]|'targets' must name a column",
        "\"position\": 4|\"position\": -4|columns of 'targets[0]' are numbered from 1",
        "\"position\": 4|\"mean\": 1, \"deviation\": 1|'targets[0].mean' must be left out",
        "[\"no\", \"yes\"]|[\"no\", \"no\"]|classes must differ but 'no' is twice",
        "[0, 3]|[0, -3]|'class_weights[1]' must be a finite number, 0 or more, but was -3.0",
        "[0, 3]|[3]|'class_weights' are 1 but 'classes' 2",
        "\"position\": 5|\"position\": 0|columns of 'weight' are numbered from 1 but one has 0",
        "\"position\": 5|\"position\": 0.5|'weight.position' is not a whole number: 0.5",
        "\";\"|\";;\"|'text.delimiter' must be one character, not a quote or line break, but was ';;'",
        "\";\"|\"\"|'text.delimiter' must be one character",
        "\",\", \"th|\"x\", \"th|'text.decimal' must be '.' or ',' but was 'x'",
        "\";\"|\",\"|'text.decimal' and 'text.delimiter' must differ but are both ','",
        "\".\"|\",\"|'text.thousands' must be one character, neither 'decimal' nor 'delimiter'",
        "\"columns\": 5|\"columns\": 0|'text.columns' must be 1 or more",
        "\"header\": true|\"header\": 1|'text.header' is neither true nor false: 1",
      })
  void whatWouldPredictWrongNumbersIsRefusedByItsKey(String part, String other, String reason)
      throws IOException {
    assertThat(CLASSES).contains(part);
    refused(CLASSES.replace(part, other == null ? "" : other), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mean\": 3|\"mean\": \"NaN\"|'targets[1].mean' must be a finite number but was NaN",
        "\"deviation\": 4|\"deviation\": -4|'targets[1].deviation' must be a finite number above 0",
        "\"deviation\": 4|\"later\": 4|'targets[1]' must have both 'mean' and 'deviation'",
        "\"mean\": 3, \"deviation\": 4|\"later\": 4|all of 'targets' must have 'mean'",
        "\"z\"|\"y\"|the names of targets must differ but 'y' is twice",
      })
  void soIsTheScaleOfTargets(String part, String other, String reason) throws IOException {
    assertThat(NUMBERS).contains(part);
    refused(NUMBERS.replace(part, other), reason);
  }
}
