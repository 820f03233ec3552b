package dev.kassei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks on the page of layers train, and the one that cannot be built is refused so. */
class LayersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "layers.md");
  private static final String BASE =
      """
      dataset: xor
      loss: binary_cross_entropy
      optimizer: adam
      """;

  @TempDir private Path folder;

  static List<String> networks() throws IOException {
    return blocks("yaml");
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(Files.readString(PAGE))
        .results()
        .map(MatchResult::group)
        .map(block -> block.replaceAll("(?m)^```.*\n?", ""))
        .toList();
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("networks")
  void networksTrain(String block) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("network.yaml"), block.contains("dataset:") ? block : BASE + block);
    Invocation.of(
            "run", file, "--out", folder, "--set", "training.epochs=2", "--set", "plots=false")
        .done();
  }

  @Test
  void aNetworkThatCannotBeBuiltIsShownUpToTheLayerThatDoesNotFit() throws IOException {
    String shown =
        blocks("").stream().filter(block -> block.startsWith("model: ")).findFirst().orElseThrow();
    Path file =
        Files.writeString(
            folder.resolve("glu.yaml"),
            BASE + "model: {type: sequential, layers: [{type: dense, units: 7}, glu]}\n");
    Invocation.of("validate", file).refused(file + ": " + shown.strip());
  }

  @Test
  void layersOfOneNameThatCannotShareTheirTensorsAreRefused() throws IOException {
    refused(
        "[{type: dense, units: 8, name: tied}, {type: dense, units: 8, name: tied}]",
        "'tied.weight' is one tensor, by its name, but is used as 2 × 8 and as 8 × 8; give one of"
            + " the layers another name");
    refused(
        "[{type: batch_norm, name: norm}, {type: batch_norm, name: norm}]",
        "the state 'norm.running_mean' is updated in two ways; give one of the layers another name");
  }

  private void refused(String layers, String message) throws IOException {
    String all = layers.replace("}]", "}, {type: dense, units: 1}]");
    Path file =
        Files.writeString(
            folder.resolve("names.yaml"),
            BASE + "model: {type: sequential, layers: " + all + "}\n");
    Invocation.of("validate", file).refused(file + ": model: " + message);
  }
}
