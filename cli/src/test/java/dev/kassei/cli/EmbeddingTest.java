package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Listener;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in {@code docs/architecture.md} trains as {@code kassei run} does. */
class EmbeddingTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final Path SELF =
      Path.of("src/test/java", EmbeddingTest.class.getName().replace('.', '/') + ".java");

  @TempDir private Path temporary;

  @Test
  @Tag("slow")
  void theProgramTrainsAsTheCommandDoes() {
    Invocation run =
        Invocation.of("run", Configs.MLP, "--set", "seed=7", "--no-plots", "--out", temporary);
    LoadedConfig config =
        new ConfigLoader(Plugins.builtIn())
            .load(Path.of("../configs/xor-mlp.yaml"), List.of("seed=7"));
    PreparedTrial trial = new ExperimentCache().prepare(config);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      Outcome outcome = trainer.prepare(trial, new Listener() {}).train();
      double accuracy = outcome.metrics().get("train.accuracy");
      String digest = outcome.digest(trial.precision());

      assertThat(accuracy).isEqualTo(1);
      assertThat(digest).isEqualTo(run.digest());
    }
  }

  @Test
  void thePageShowsTheProgramOfThisTest() throws IOException {
    String page = Files.readString(PAGE);
    String block = page.substring(page.indexOf("```java\n") + 8);
    String program = block.substring(0, block.indexOf("```")).replace("configs/", "../configs/");
    assertThat(Files.readString(SELF).replaceAll("\\s+", ""))
        .contains(program.replaceAll("\\s+", ""));
  }
}
