package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The batches of {@code docs/plotting.md}, in short, have the pictures that the page lists. */
@Tag("slow")
class DocumentedPicturesTest {
  private static final Path PAGE = Path.of("..", "docs", "plotting.md");

  @TempDir private Path temporary;

  private static List<String> found(String text, String pattern, int flags) {
    return Pattern.compile(pattern, flags)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private List<String> pictures(String yaml) throws IOException {
    Path file = Files.writeString(temporary.resolve("batch.yaml"), yaml);
    Invocation run =
        Invocation.of(
            "run",
            file,
            "--out",
            temporary,
            "--set",
            "training.epochs=1",
            "--set",
            "plots.surface.points=8",
            "--set",
            "batch.grid.seed.count=2");
    assertThat(run.code()).isZero();
    try (Stream<Path> files = Files.list(run.folder().resolve("plots"))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theBatchesOfThePageHaveItsPictures() throws IOException {
    String page = Files.readString(PAGE);
    String section =
        page.substring(
            page.indexOf("## The pictures of a batch"), page.indexOf("## What pictures look like"));
    List<String> batches =
        found(section, "^```yaml\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    List<String> listed = found(section, "^\\| `(\\w+\\.png)` ", Pattern.MULTILINE);

    List<String> several = pictures(batches.get(0));
    List<String> tuned = pictures(batches.get(1));

    assertThat(several).contains("ranks.png", "heat_map.png").doesNotContain("tuning.png");
    assertThat(tuned).contains("tuning.png").doesNotContain("ranks.png");
    assertThat(Stream.of(several, tuned).flatMap(List::stream).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(listed);
  }
}
