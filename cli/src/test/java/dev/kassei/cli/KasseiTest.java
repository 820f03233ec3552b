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
      new CommandLine(new Kassei())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true));

  @Test
  void versionNamesKasseiAndJava() {
    assertThat(kassei.execute("--version")).isZero();
    assertThat(out.toString())
        .matches("kassei \\d+\\.\\d+\\.\\d+\\S* \\(Java %s\\)\\R".formatted(javaVersion()));
  }

  @Test
  void helpIsAResult() {
    assertThat(kassei.execute("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: kassei");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothingToDoIsAUsageError() {
    assertThat(kassei.execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Expected a command.").contains("Usage: kassei");
    assertThat(out.toString()).isEmpty();
  }

  private static String javaVersion() {
    return Pattern.quote(Runtime.version().toString());
  }
}
