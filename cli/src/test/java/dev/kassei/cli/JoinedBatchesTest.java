package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the same trial in two batches, and what values of axes are called. */
class JoinedBatchesTest {
  private static final String EXPERIMENT =
      """
      dataset: {type: moons, samples: 24, split: {test: 0.25}}
      model: {type: mlp, hidden: [3], activation: {type: leaky_relu, alpha: 0.3}}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 2, batch_size: 5}
      """;

  @TempDir private Path temporary;

  private Invocation run(String name, String batch, Object... more) throws IOException {
    Path file = temporary.resolve(name + ".yaml");
    Files.writeString(file, EXPERIMENT + "batch: " + batch + "\n");
    var words = new ArrayList<Object>(List.of("run", file, "--out", temporary));
    words.addAll(List.of("--no-plots", "--threads", 1));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray());
  }

  private Path folder(String name) {
    return temporary.resolve(name);
  }

  private static String layers(int count) {
    return IntStream.range(0, count).mapToObj(i -> "2").collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void longListsOfLayersStayApart() throws IOException {
    String axis = "{grid: {model.hidden: [[3], %s], seed: [1, 2]}, keep: none}";
    run("shallow", axis.formatted(layers(40))).done();
    run("deep", axis.formatted(layers(60))).done();
    List<String> out =
        Invocation.of("compare", folder("shallow"), folder("deep")).done().outLines();
    assertThat(out.stream().filter(line -> line.matches("\\[2 [2 ]*…[0-9a-f]{6} +2 +0 .*")))
        .hasSize(2);
    assertThat(Files.readString(folder("deep").resolve("trials.csv")))
        .contains(layers(60).replace(",", ""));
  }

  @Test
  void oneNameForTwoValuesMakesTwoRows() throws IOException {
    String axis =
        "{grid: {model.activation: [relu, {type: elu, name: myelu, alpha: %s}], seed: [1, 2]},"
            + " compare: {reference: myelu}, keep: none}";
    run("half", axis.formatted(0.5)).done();
    run("two", axis.formatted(2)).done();
    Invocation compare = Invocation.of("compare", folder("half"), folder("two")).done();
    assertThat(compare.outLines())
        .anyMatch(line -> line.startsWith("elu(alpha=0.5) "))
        .anyMatch(line -> line.startsWith("elu(alpha=2) "))
        .anyMatch(line -> line.contains("the reference is elu(alpha=0.5)"));
  }

  @Test
  void oneValueUnderTwoNamesIsOne() throws IOException {
    String axis = "{grid: {model.activation: [relu, %s], seed: [%s]}, keep: none}";
    run("plain", axis.formatted("elu", "1, 2")).done();
    run("named", axis.formatted("{type: elu, name: mine}", "3, 4")).done();
    assertThat(Invocation.of("compare", folder("plain"), folder("named")).done().outLines())
        .anyMatch(line -> line.matches("elu +4 .*"))
        .noneMatch(line -> line.startsWith("mine"));
  }

  @Test
  void oneNameForTwoValuesOfOneBatchIsRefused() throws IOException {
    Invocation run =
        run(
            "blocks",
            "{blocks: [{grid: {model.activation: {type: elu, name: my, alpha: 0.5}}},"
                + " {grid: {model.activation: {type: elu, name: my, alpha: 2}}}]}");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "'my' is the name of two values, elu(alpha=0.5) and elu(alpha=2); give each a name of"
                + " its own");
  }

  @Test
  void aWordOnAnAxisHasThePluginsDefaults() throws IOException {
    String axis = "{grid: {model.activation: [%s]}, keep: none}";
    Invocation word = run("word", axis.formatted("leaky_relu"));
    Invocation spelled =
        run("spelled", axis.formatted("{type: leaky_relu, alpha: 0.01, name: leaky_relu}"));
    Invocation other =
        run("other", axis.formatted("{type: leaky_relu, alpha: 0.3, name: leaky_relu}"));
    assertThat(word.digest()).isEqualTo(spelled.digest()).isNotEqualTo(other.digest());
    assertThat(word.err())
        .isEqualTo(
            "warning: model.activation: leaky_relu on the axis has the plugin's own defaults; alpha"
                + " beside the batch does not count for it\n");
    assertThat(spelled.err()).isEmpty();
  }

  @Test
  void functionsOfTheSameFormulaAreThoseThatAreTrained() throws IOException {
    String axis = "{grid: {model.activation: [leaky_relu, {type: leaky_relu, alpha: %s}]}}";
    assertThat(run("same", axis.formatted("0.01"), "--dry-run").err())
        .contains("leaky_relu and leaky_relu(alpha=0.01) are the same");
    assertThat(run("differ", axis.formatted("0.3"), "--dry-run").err())
        .doesNotContain("are the same");
  }

  @Test
  void theBestEpochIsEmptyWhereItWasNotRecorded() throws IOException {
    run("last", "{grid: {model.activation: [relu, tanh], seed: [1, 2]}, keep: none}").done();
    assertThat(Files.readAllLines(folder("last").resolve("trials.csv")).get(0))
        .contains("last.test.accuracy")
        .doesNotContain("best.");
    Invocation compare = Invocation.of("compare", folder("last"), "--epoch", "best");
    assertThat(compare.code()).isEqualTo(2);
    assertThat(compare.err())
        .contains("the best epoch of trial 1 was not recorded", "batch.compare.epoch: best");
  }
}
