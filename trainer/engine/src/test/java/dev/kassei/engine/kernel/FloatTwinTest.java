package dev.kassei.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatTwinTest {
  static List<Path> originals() {
    return FloatTwin.originals();
  }

  @ParameterizedTest
  @MethodSource("originals")
  void floatTwinsAreFresh(Path original) throws IOException {
    String twin = Files.readString(FloatTwin.twin(original));

    assertThat(twin).isEqualTo(FloatTwin.twin(Files.readString(original)));
  }

  @Test
  void whatSaysThatItIsMadeIsInTheList() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> made = files.filter(FloatTwinTest::saysThatItIsMade).toList();

      assertThat(made)
          .containsExactlyInAnyOrderElementsOf(originals().stream().map(FloatTwin::twin).toList());
    }
  }

  /** What Git calls generated, reviewers do not see: so the twins alone, not what is like them. */
  @Test
  void gitTakesTheTwinsAloneForGenerated() throws IOException {
    assertThat(found("(?m)^(\\S+) linguist-generated$", root().resolve(".gitattributes")))
        .containsExactlyElementsOf(FloatTwin.patterns());
  }

  @Test
  void spotlessLeavesTheTwinsAloneUnformatted() throws IOException {
    assertThat(found("<exclude>(.+Float.+)</exclude>", root().resolve("pom.xml")))
        .containsExactlyElementsOf(FloatTwin.patterns());
  }

  private static boolean saysThatItIsMade(Path file) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).startsWith(FloatTwin.HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  /** The folder of the whole project, from that of the module. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".gitattributes"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
