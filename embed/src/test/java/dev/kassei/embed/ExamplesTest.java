package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs in {@code examples/jbang} run on a bare JVM, without vector module and logger, and
 * nothing but what they print is printed.
 */
@Tag("slow")
class ExamplesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String NEURON =
      "3a60e5cfd6b42529e88019a7f263b5596ed3959af413f1704e378117fa703f88";

  @TempDir private Path temporary;

  @Test
  void oneFileTrainsComparesAndDraws() throws Exception {
    Path program = ROOT.resolve("examples/jbang/Xor.java");
    Path picture = temporary.resolve("mish.png");

    List<String> printed =
        lines("java", "-cp", classPath(), program.toString(), picture.toString());

    assertThat(printed).startsWith(NEURON).endsWith(picture.toString()).hasSizeGreaterThan(2);
    assertThat(printed).anyMatch(line -> line.contains("tanh"));
    assertThat(picture).isNotEmptyFile();
    assertThat(Files.readAllLines(program)).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void theScriptRunsInJshell() throws Exception {
    List<String> printed = lines("jshell", "--class-path", classPath(), "examples/jbang/xor.jsh");

    assertThat(printed)
        .satisfiesExactly(
            derivative -> assertThat(derivative).contains("erfc"),
            digest -> assertThat(digest).isEqualTo(NEURON),
            metrics -> assertThat(metrics).contains("train.accuracy=1.0"));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** What a program of the JDK prints; to standard error nothing. */
  private List<String> lines(String program, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    command.addAll(List.of(arguments));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = process.waitFor();
    // jshell says there where it keeps its settings
    assertThat(Files.readAllLines(err)).allMatch(line -> line.contains("references"));
    assertThat(code).isZero();
    return Files.readAllLines(out);
  }
}
