package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end saves its run first. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS) // where a process is not asked
class InterruptedProcessTest {
  private static final int TERMINATED = 143;

  @TempDir private Path temporary;

  private Process start(Path file, Path runs) throws IOException {
    return new ProcessBuilder(
            KasseiProcess.command(
                List.of(),
                List.of(
                    "run",
                    file.toString(),
                    "--no-plots",
                    "--checkpoint",
                    "0.0001",
                    "--out",
                    runs.toString())))
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void whatARunCameToIsWrittenBeforeItsProcessEnds() throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            temporary.resolve("long.yaml"),
            """
            dataset: {type: moons, samples: 2000, split: {validation: 0.5}}
            model: {type: mlp, hidden: [64, 64], activation: relu}
            loss: binary_cross_entropy
            optimizer: adam
            training: {epochs: 1000000, batch_size: 8}
            """);
    Path folder = temporary.resolve("runs/long");
    Process process = start(file, temporary.resolve("runs"));
    try {
      while (process.isAlive() && Files.notExists(folder.resolve("checkpoint/state.safetensors"))) {
        Thread.sleep(20);
      }
      process.toHandle().destroy();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isEqualTo(TERMINATED);
      assertThat(output)
          .contains("Stopping: saving the run in " + folder)
          .contains("Interrupted at step ")
          .contains("what it came to is saved; continue with: kassei run " + folder);
      assertThat(folder.resolve("run.json")).content().contains("interrupted");
      assertThat(folder.resolve("SHA256SUMS")).exists();
    } finally {
      process.destroyForcibly();
    }
  }
}
