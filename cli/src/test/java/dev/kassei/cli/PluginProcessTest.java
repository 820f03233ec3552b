package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that end the process, or keep it from ending. */
@Tag("slow")
class PluginProcessTest {
  private static final int TERMINATED = 143;
  private static final String LEAVING =
      "@PluginName(\"leaving\") public record Leaving() implements Listener {"
          + " public void epochEnded(Epoch epoch) { System.exit(0); } }";
  private static final String ENDLESS =
      "@PluginName(\"endless\") public record Endless(@FilePath String begun) implements Activation {"
          + " public Endless() { this(\"%s\"); }"
          + " public Expr apply(Expr x) { try { java.nio.file.Files.writeString("
          + "java.nio.file.Path.of(begun), \"\"); while (true) { Thread.sleep(1000); } }"
          + " catch (java.io.IOException | InterruptedException e) { return x; } } }";

  private static final String ONCE =
      "@PluginName(\"once\") public record Once() implements Metric {"
          + " public double value(Predictions predictions) { try { java.nio.file.Files.createFile("
          + "java.nio.file.Path.of(\"%s\")); System.exit(0); }"
          + " catch (java.io.IOException e) { return 1; } return 0; } }";

  @TempDir private static Path shared;
  private static Path begun = Path.of("");
  private static Path jar = Path.of("");

  @TempDir private Path temporary;

  @BeforeAll
  static void makeJar() throws IOException {
    begun = shared.resolve("begun.txt");
    jar =
        PluginJar.of(
            shared,
            "All",
            LEAVING
                + ONCE.formatted(shared.resolve("once.txt").toString().replace('\\', '/'))
                + ENDLESS.formatted(begun.toString().replace('\\', '/')),
            Map.of(
                "Listener",
                List.of("Leaving"),
                "Metric",
                List.of("Once"),
                "Activation",
                List.of("Endless")));
  }

  private Process start(String... arguments) throws IOException {
    return new ProcessBuilder(KasseiProcess.command(List.of(), List.of(arguments)))
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("output.txt").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(temporary.resolve("output.txt"), StandardCharsets.UTF_8);
  }

  @Test
  void aPluginThatEndsTheProcessIsAFailure() throws Exception {
    Process process =
        start(
            "run",
            Configs.MLP.toString(),
            "--no-plots",
            "--out",
            temporary.resolve("runs").toString(),
            "--plugins",
            jar.toString(),
            "--set",
            "training.listeners=[leaving]");

    assertThat(process.waitFor()).as(output()).isEqualTo(1);
    assertThat(output())
        .contains(
            "a plugin fails: "
                + jar
                + ": thirdparty.All$Leaving: it ends the process by System.exit in line 1; throw an"
                + " exception instead")
        .doesNotContain("Stopping");
    assertThat(temporary.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void aPluginThatEndsItsWorkerIsNamedAndItsTrialsAreTriedElsewhere() throws Exception {
    String yaml =
        """
        plugins: ['%s']
        dataset: {type: xor}
        model: {type: mlp, hidden: [2], activation: relu}
        loss: binary_cross_entropy
        optimizer: adam
        metrics: [once]
        training: {epochs: 2}
        batch: {grid: {seed: {from: 1, count: 4}}, compare: {metric: train.loss}}
        """
            .formatted(jar);
    Path file = Files.writeString(temporary.resolve("leaving.yaml"), yaml);
    Process process =
        start(
            "run",
            file.toString(),
            "--no-plots",
            "--out",
            temporary.resolve("runs").toString(),
            "--executor",
            "processes",
            "--workers",
            "1");

    assertThat(process.waitFor()).as(output()).isZero();
    assertThat(output())
        .contains(
            "worker 1: a plugin fails: " + jar + ": thirdparty.All$Once: it ends the process by",
            "exit code 1; another one takes its place");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where a process is not asked
  void anEndlessPluginEndsWhenItsProcessIsAskedTo() throws Exception {
    Process process = start("check", "endless", "--plugins", jar.toString());
    try {
      while (process.isAlive() && Files.notExists(begun)) {
        Thread.sleep(20);
      }
      process.toHandle().destroy();
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).as(output()).isTrue();
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
  }
}
