package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in Markdown are found from the index, and name nothing that their readers lack. */
class PagesTest {
  private static final Path ROOT = Path.of("..");

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /**
   * Papers and articles have a title or an address; a file or a review that nobody has does not.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void noPageCitesWhatItsReadersDoNotHave(Path page) throws IOException {
    assertThat(Files.readString(page))
        .doesNotContain("](../../")
        .doesNotContainPattern("(?i)\\b(design|house|style)(-review)?\\.md\\b|design review")
        .doesNotContainPattern("\\b(shared|prototypes|vectors|baselines)/");
  }

  @Test
  void theIndexLinksToEveryPage() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .isNotEmpty()
          .allMatch(name -> index.contains("](" + name + ")"));
    }
  }
}
