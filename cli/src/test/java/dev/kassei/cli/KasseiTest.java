package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class KasseiTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine kassei =
      Kassei.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @Test
  void versionNamesKasseiAndJava() {
    assertThat(kassei.execute("--version")).isZero();
    assertThat(out.toString())
        .matches("kassei \\d+\\.\\d+\\.\\d+\\S* \\(Java %s\\)\\R".formatted(javaVersion()));
  }

  @Test
  void helpIsAResult() {
    assertThat(kassei.execute("--help")).isZero();
    assertThat(out.toString())
        .startsWith("Usage: kassei")
        .contains("run ", "validate ", "list ", "show ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothingToDoIsAUsageError() {
    assertThat(kassei.execute()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("kassei: expected a command, such as run\n")
        .contains("Usage: kassei");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAUsageErrorThatNamesThoseThereAre() {
    assertThat(Invocation.of("lst").err()).contains("lst", "list");
  }

  private static String javaVersion() {
    return Pattern.quote(Runtime.version().toString());
  }
}
