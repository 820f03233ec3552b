package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VisibleTest {
  @TempDir Path temporary;

  @Test
  void commandsToTheTerminalAreEscaped() {
    assertThat(Visible.text("a\u001b[31mb\u0007\u007f\u009bc\rd"))
        .isEqualTo("a\\u001b[31mb\\u0007\\u007f\\u009bc\\u000dd");
    assertThat(Visible.text("x\u202ey\u2066z\u200f")).isEqualTo("x\\u202ey\\u2066z\\u200f");
  }

  @Test
  void otherTextStays() {
    assertThat(Visible.text("日本語\tα\n😀\r\n")).isEqualTo("日本語\tα\n😀\r\n");
  }

  @Test
  void aCarriageReturnOfItsOwnIsKasseis() {
    var text = new StringWriter();
    PrintWriter out = ConsoleWriter.over(new PrintWriter(text));
    out.print('\r');
    out.printf("%s: %s", "\rpath", "b");
    out.flush();
    assertThat(text.toString()).isEqualTo("\r\\u000dpath: b");
  }

  @Test
  void labelsOfDataAreEscapedOnTheTerminal() throws IOException {
    Path data = temporary.resolve("da\u001b[2Jta.csv");
    Files.writeString(
        data, "x,label\n1,\u001b[31mred\n2,\u202eblue\n3,\u001b[31mred\n4,\u202eblue\n");
    Path file = temporary.resolve("e\u202e.yaml");
    Files.writeString(
        file,
        """
        dataset: {type: csv, file: "da\\u001b[2Jta.csv", target: label}
        model: {hidden: [2], activation: tanh}
        """);
    for (String command : new String[] {"validate", "show", "run"}) {
      Invocation call =
          command.equals("run")
              ? Invocation.of(command, file, "--out", temporary.resolve("runs"))
              : Invocation.of(command, file);
      assertThat(call.out() + call.err())
          .as(command)
          .isNotEmpty()
          .doesNotContain("\u001b", "\u202e")
          .contains("\\u");
    }
  }

  @Test
  void mistypedWordsAreEscapedAndHelpIsNot() {
    Invocation call = Invocation.of("validate", "file", "--no-such\u001b[31m");
    assertThat(call.err()).contains("--no-such\\u001b[31m").doesNotContain("\u001b");
    assertThat(call.code()).isEqualTo(2);
  }
}
