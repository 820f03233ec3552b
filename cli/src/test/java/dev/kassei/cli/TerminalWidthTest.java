package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Kassei prints on a terminal of some width, as a pseudo-terminal of {@code script} has it.
 */
@Tag("slow")
class TerminalWidthTest {
  @TempDir private static Path folder;

  /** With {@code -qec}, which that of macOS does not know. */
  @BeforeAll
  static void thereAreTerminals() {
    assumeTrue(
        new File("/proc/self/fd").exists() && new File("/usr/bin/script").canExecute(),
        "there is no script of util-linux");
  }

  /** The lines on a terminal: parts between line ends and carriage returns. */
  private static List<String> lines(int columns, String arguments)
      throws IOException, InterruptedException {
    Path start =
        Files.writeString(
            folder.resolve("start"),
            "stty cols %s\nexec '%s' -XX:TieredStopAtLevel=1 -Dkassei.terminal=true -cp '%s' %s %s\n"
                .formatted(
                    columns,
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path"),
                    Kassei.class.getName(),
                    arguments));
    Process process =
        new ProcessBuilder("script", "-qec", "sh " + start, "/dev/null")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    String plain = output.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("\\R", "\n");
    return Stream.of(plain.split("[\r\n]+", -1)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 200})
  void progressAndTablesFit(int columns) throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("batch.yaml"),
            """
            dataset: {type: moons, samples: 100, split: {test: 0.3}}
            model: {type: mlp, hidden: [8], activation: relu}
            loss: binary_cross_entropy
            optimizer: adam
            training: {epochs: 5}
            batch:
              grid: {model.activation: [relu, hard_swish], seed.weights: {from: 1, count: 20}}
              compare: {metric: test.accuracy}
            """);
    String runs = folder.resolve(String.valueOf(columns)).toString();
    List<String> lines = lines(columns, "run " + file + " --no-plots --threads 1 --out " + runs);
    assertThat(lines)
        .filteredOn(line -> !line.contains(runs) && !line.startsWith("Digest"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns))
        .anySatisfy(line -> assertThat(line).startsWith("trials 0/40"))
        .anySatisfy(line -> assertThat(line).startsWith("hard_swish"));
    assertThat(String.join("\n", lines)).contains("test.accuracy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "run --help"})
  void listsAndHelpFit(String command) throws IOException, InterruptedException {
    assertThat(lines(60, command))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }
}
