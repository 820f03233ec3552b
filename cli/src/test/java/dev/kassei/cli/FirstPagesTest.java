package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code README.md} and {@code docs/xor.md} show is what Kassei prints and writes, and the
 * plugin of five lines is one.
 */
@Tag("slow")
class FirstPagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Path XOR = ROOT.resolve("docs/xor.md");
  private static final String IMPORTS =
      """
      package org.example;

      import dev.kassei.api.Activation;
      import dev.kassei.api.PluginName;
      import dev.kassei.api.expr.Expr;

      """;

  @TempDir private Path temporary;

  private static List<String> blocks(Path page, String language) throws IOException {
    var block = Pattern.compile("^```" + language + "\n((?s).*?)^```$", Pattern.MULTILINE);
    return block.matcher(Files.readString(page)).results().map(MatchResult::group).toList();
  }

  private static List<String> lines(String block) {
    List<String> lines = block.lines().toList();
    return lines.subList(1, lines.size() - 1);
  }

  private Invocation run(String command, String... more) {
    assertThat(command).startsWith("$ ./kassei run configs/");
    var words = new ArrayList<>(List.of(command.substring("$ ./kassei ".length()).split(" ")));
    words.set(1, ROOT.resolve(words.get(1)).toString());
    words.addAll(List.of("--out", temporary.resolve("runs").toString()));
    words.addAll(List.of(more));
    Invocation run = Invocation.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
  }

  /** The rows of the first table of a page, with these columns. */
  private static List<List<String>> table(String page, List<String> columns) {
    List<List<String>> rows =
        page.lines()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .map(FirstPagesTest::cells)
            .toList();
    List<Integer> places = columns.stream().map(rows.get(0)::indexOf).toList();
    return rows.stream().map(row -> places.stream().map(row::get).toList()).toList();
  }

  @Test
  void theComparisonIsTheOneThatItsCommandWrites() throws IOException {
    String page = Files.readString(README);
    String command = lines(blocks(README, "console").get(0)).get(0);
    // which changes no number of the table
    Path folder = run(command, "--no-plots", "--set", "batch.keep=none").folder();
    String summary = Files.readString(folder.resolve("summary.md"));
    List<String> columns =
        cells(page.lines().filter(line -> line.startsWith("|")).findFirst().orElseThrow());
    assertThat(table(page, columns)).hasSize(10).isEqualTo(table(summary, columns));
    assertThat(page.lines().dropWhile(line -> !line.startsWith("- ")).limit(2))
        .isSubsetOf(summary.lines().toList());
  }

  @Test
  void thePluginOfFiveLinesPassesItsContract() throws Exception {
    List<String> plugin = lines(blocks(README, "java").get(0));
    Path project = temporary.resolve("plugin");
    Invocation.of("new", "activation", "MySwish", "--out", project).done();
    Files.writeString(
        project.resolve("src/main/java/org/example/MySwish.java"),
        IMPORTS + String.join("\n", plugin));
    assertThat(plugin).hasSize(5);
    assertThat(new WrittenProject(project).compiled().tests()).isPositive();
  }

  @Test
  void theCommandsOfTheStoryPrintWhatIsShown() throws IOException {
    List<String> consoles = blocks(XOR, "console");
    for (String console : consoles) {
      List<String> lines = lines(console);
      String out = run(lines.get(0)).out().replace(temporary + "/", "");
      assertThat(out.lines().toList())
          .containsSubsequence(lines.stream().skip(1).filter(line -> !line.equals("…")).toList());
    }
    assertThat(consoles).hasSize(3);
  }

  @Test
  void theStoryShowsTheConfigurationOfThePerceptron() throws IOException {
    String shown = String.join("\n", lines(blocks(XOR, "yaml").get(0)));
    assertThat(Configs.PERCEPTRON).content().contains(shown);
  }
}
