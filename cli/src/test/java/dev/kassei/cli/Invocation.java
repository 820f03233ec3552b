package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** One call of the command, with what it printed. */
public record Invocation(int code, String out, String err) {
  public static Invocation of(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    CommandLine kassei =
        Kassei.commandLine(words)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code = kassei.execute(words);
    return new Invocation(code, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** Requires the line about plugins that a file names, and leaves it and those unusable out. */
  Invocation loadingPlugins(Path file) {
    String rest =
        err.replaceFirst(
            Pattern.quote(file + " loads plugins: ") + ".*\n(plugin not usable: .*\n)*", "");
    assertThat(rest).isNotEqualTo(err);
    return new Invocation(code, out, rest);
  }

  /** Requires success without a word on the error stream. */
  public Invocation done() {
    assertThat(err).isEmpty();
    assertThat(code).isZero();
    return this;
  }

  /** Requires that it was refused with this report, and nothing else. */
  public void refused(String report) {
    assertThat(err).isEqualTo(report + "\n");
    assertThat(out).isEmpty();
    assertThat(code).isEqualTo(2);
  }

  public List<String> outLines() {
    return out.lines().toList();
  }

  public String lastLine() {
    return outLines().get(outLines().size() - 1);
  }

  /** The folder of the run: the last line names it, or the report in it. */
  public Path folder() {
    Path last = Path.of(lastLine());
    return last.endsWith("report.html") ? last.getParent() : last;
  }

  public String digest() {
    return outLines().stream()
        .filter(line -> line.startsWith("Digest: "))
        .findFirst()
        .orElseThrow()
        .substring("Digest: ".length());
  }
}
