package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/** The commands that stand in blocks of the pages are ones that Kassei understands. */
class PageCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("^(?: {4}|\\$ )?(?:\\./)?kassei ([a-z].*(?:\\\\\n.*)*)$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

  private static List<String> words(String command) {
    String line = command.replace("\\\n", " ").replaceAll("  +#.*", "").replaceAll(" \\| .*", "");
    return WORD.matcher(line).results().map(word -> word.group().replace("'", "")).toList();
  }

  @Test
  void everyCommandIsUnderstood() throws IOException {
    var commands = new ArrayList<String>();
    for (Path page : PagesTest.pages()) {
      COMMAND
          .matcher(Files.readString(page))
          .results()
          .forEach(each -> commands.add(each.group(1)));
    }
    assertThat(commands).hasSizeGreaterThan(40);
    for (String command : commands) {
      String[] words = words(command).toArray(String[]::new);
      assertThatCode(() -> Kassei.commandLine(words).parseArgs(words))
          .as(command)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void whatKasseiDoesNotUnderstandIsNoticed() {
    String[] words = {"run", "--sets", "seed=7", "a.yaml"};
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> Kassei.commandLine(words).parseArgs(words));
  }
}
