package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in {@code docs/writing-a-plugin.md} is true: its files are written, its commands are
 * carried out and print the lines below them, and its classes are those that {@code kassei new}
 * writes, which another test compiles, checks and runs.
 */
@Tag("slow")
class PluginPageTest {
  private static final Path PAGE = Path.of("..", "docs", "writing-a-plugin.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```([a-z]+) ?(.*)\n((?s).*?)^```$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @Test
  void whatStandsThereIsTrue() throws Exception {
    folder = temporary;
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
    for (MatchResult block : blocks) {
      switch (block.group(1)) {
        case "yaml" -> Files.writeString(folder.resolve(block.group(2)), block.group(3));
        case "console" -> console(block.group(3));
        case "java" -> isWritten(block.group(2).split(" "), block.group(3));
        default -> throw new AssertionError("nothing is done with " + block.group(1));
      }
    }
    assertThat(blocks).hasSizeGreaterThan(12);
  }

  /** A source without a project of its own is a test of the built-in plugins. */
  private void isWritten(String[] kindAndName, String code) throws IOException {
    if (kindAndName[0].equals("source")) {
      return;
    }
    Path project = temporary.resolve("written").resolve(kindAndName[0]);
    Invocation.of("new", kindAndName[0], kindAndName[1], "--out", project).done();
    assertThat(project.resolve("src/main/java/org/example/" + kindAndName[1] + ".java"))
        .hasContent(code);
  }

  private void console(String text) throws Exception {
    String printed = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("$ ")) {
        printed = run(line.substring(2));
      } else {
        assertThat(printed.lines().map(String::stripTrailing)).contains(line);
      }
    }
  }

  private String run(String command) throws Exception {
    if (command.equals("mvn package")) {
      assertThat(new WrittenProject(folder).compiled().tests()).isPositive();
      return "";
    }
    List<String> words =
        WORD.matcher(command).results().map(word -> word.group().replace("'", "")).toList();
    if (words.get(0).equals("cd")) {
      folder = folder.resolve(words.get(1));
      return "";
    }
    assertThat(words.get(0)).isEqualTo("kassei");
    return kassei(words.subList(1, words.size()));
  }

  private List<String> newProject(List<String> words) {
    return words.contains("--into")
        ? List.of()
        : List.of("--out", folder.resolve("my-mish").toString());
  }

  /** Paths are meant from the folder, which a process cannot change, and Kassei is on PATH. */
  private String kassei(List<String> words) throws IOException {
    var arguments = new ArrayList<String>();
    for (String word : words) {
      Path file = folder.resolve(word);
      arguments.add(Files.exists(file) ? file.toString() : word);
    }
    switch (words.get(0)) {
      case "new" -> arguments.addAll(newProject(words));
      case "run" ->
          arguments.addAll(List.of("--no-plots", "--out", folder.resolve("runs").toString()));
      default -> {}
    }
    Invocation invocation = Invocation.of(arguments.toArray());
    assertThat(invocation.code()).as(Arrays.toString(arguments.toArray())).isZero();
    String launcher = Path.of("..", "kassei").toRealPath().toString();
    return invocation.out().replace(folder + "/", "").replace("&& " + launcher, "&& kassei");
  }
}
