package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about software of others says what is there. */
final class ThirdPartyTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([\\w.-]+-\\d[\\w.-]*) \\| [^|]+ \\| ?([^|]*) ?\\|$", Pattern.MULTILINE);

  @Test
  void everyLibraryOfTheDistributionIsNamed() throws IOException {
    assertThat(rows().stream().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(libraries());
  }

  @Test
  void everyTextIsThere() throws IOException {
    for (MatchResult row : rows()) {
      for (String text : List.of(row.group(2).strip().split(", ", -1))) {
        Path file = PROJECT.resolve(text.endsWith(".txt") ? "licenses/" + text : text);
        assertThat(file).as(row.group(1)).exists();
      }
    }
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PROJECT.resolve("THIRD-PARTY.md"))).results().toList();
  }

  /** The jars that Maven puts beside Kassei's own, without the ends of their names. */
  private static List<String> libraries() throws IOException {
    try (var list = ThirdPartyTest.class.getResourceAsStream("/libraries.txt")) {
      String paths = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Arrays.stream(paths.split("[|]"))
          .map(path -> Path.of(path).getFileName().toString().replaceFirst("[.]jar$", ""))
          .toList();
    }
  }
}
