package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose plugin worked while it ran, and cannot be used any more. */
@Tag("slow")
class LostPluginTest {
  private static final String BATCH =
      """
      plugins: first.jar
      dataset: {type: moons, samples: 24, split: {test: 0.25}}
      model: {type: mlp, hidden: [3], activation: tanh}
      loss: binary_cross_entropy
      optimizer: sgd
      training: {epochs: 1}
      batch: {grid: {model.initializer: %s, seed: [1, 2]}, keep: none}
      """;

  @TempDir private Path temporary;

  private Path results(String initializers) throws IOException {
    PluginJar.withInitializer(temporary, "");
    Path file = Files.writeString(temporary.resolve("tiny.yaml"), BATCH.formatted(initializers));
    Path results =
        Invocation.of("run", file, "--out", temporary.resolve("runs"), "--no-plots")
            .loadingPlugins(file)
            .done()
            .folder();
    PluginJar.withInitializer(temporary, "if (a > 0) { throw new IllegalStateException(); }");
    return results;
  }

  @Test
  void compareNamesWhatTheFamilyLeavesOutNow() throws IOException {
    Path results = results("{all: true}");

    Invocation compare = Invocation.of("compare", results);

    assertThat(compare.code()).isZero();
    assertThat(compare.err()).contains("plugin not usable: ", "thirdparty.First");
    assertThat(compare.out())
        .contains(
            "2 results in '%s' are left out, since its configuration does not plan them:"
                    .formatted(results)
                + " model.initializer first.");
  }

  @Test
  void compareThatNeedsThePluginSaysWhatDoesNot() throws IOException {
    Path results = results("[he_normal, first]");

    Invocation compare = Invocation.of("compare", results);

    assertThat(compare.code()).isEqualTo(2);
    assertThat(List.of(compare.err().split("\n")))
        .anyMatch(line -> line.contains("the plugin cannot be used: "))
        .last()
        .isEqualTo(
            "'%s' can be compared only where its configuration can be read; 'kassei plot' draws its tables without plugins"
                .formatted(results));
    assertThat(Invocation.of("plot", results).done().outLines()).isNotEmpty();
  }
}
