package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/predict.md} is what comes of it. */
class PredictPageTest {
  private static final Path PAGE = Path.of("..", "docs", "predict.md");
  private static final Pattern FILE =
      Pattern.compile("^```(?:csv|yaml) (\\S+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private Path folder;

  private static String block(String kind) throws IOException {
    var block = Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    return block.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1);
  }

  @Test
  void theFlowersOfAGardenArePredictedAsShown() throws IOException {
    for (MatchResult file : FILE.matcher(Files.readString(PAGE)).results().toList()) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }
    Path run =
        Invocation.of("run", folder.resolve("flowers.yaml"), "--no-plots", "--out", folder)
            .done()
            .folder();
    Path garden = folder.resolve("garden.csv");

    Invocation predicted =
        Invocation.of("predict", run, "--data", garden, "--keep", "plant", "--proba");
    assertThat(predicted.out()).isEqualTo(block("output"));
    assertThat(predicted.err()).isEqualTo("columns not used: species\n");
    Invocation evaluated = Invocation.of("evaluate", run, "--data", garden);
    assertThat(evaluated.out()).isEqualTo(block("metrics"));
    Invocation wrong = Invocation.of("predict", run, "--data", folder.resolve("wrong.csv"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err().replace(folder + "/", "")).isEqualTo(block("report"));
  }

  @Test
  @Tag("slow")
  void theWorkaroundIsNoticed() throws IOException {
    Path run =
        Invocation.of(
                "run", Configs.CSV, "--no-plots", "--out", folder, "--set", "training.epochs=1")
            .done()
            .folder();
    String weights = "training.initial_weights=" + run.toAbsolutePath() + "/weights.safetensors";
    Invocation again =
        Invocation.of(
            "run",
            Configs.CSV,
            "--no-plots",
            "--out",
            folder,
            "--set",
            weights,
            "--set",
            "seed.split=2",
            "--set",
            "training.epochs=0");
    assertThat(again.out()).contains("here they are scaled by those of this run");
    Invocation same =
        Invocation.of(
            "run",
            Configs.CSV,
            "--no-plots",
            "--out",
            folder,
            "--set",
            weights,
            "--set",
            "training.epochs=0");
    assertThat(same.out()).doesNotContain("here they are scaled");
  }
}
