package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmbiguousPluginTest {
  private static final String EXPERIMENT =
      """
      dataset: xor
      model: {type: mlp, hidden: [2], activation: relu}
      loss: mse
      optimizer: sgd
      """;

  @TempDir private Path temporary;

  private Path wave(String name, String formula) throws IOException {
    return new PluginFolder(temporary.resolve(name))
        .compile(
            "Wave",
            "@PluginName(\"wave\") public record Wave() implements Activation {"
                + " public Expr apply(Expr x) { return %s; } }".formatted(formula))
        .service("Activation", "Wave")
        .path();
  }

  @Test
  void aNameOfTwoJarsIsRefusedWhereItIsUsedAndOnlyThere() throws IOException {
    List<Path> jars = List.of(wave("first", "x.sin()"), wave("second", "x.cos()"));
    Path file = Files.writeString(temporary.resolve("xor.yaml"), EXPERIMENT);
    var loader = new ConfigLoader(Plugins.builtIn().and(jars), jars);

    assertThat(loader.load(file, List.of()).experiment().name()).isEqualTo("xor");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> loader.load(file, List.of("model.activation=wave")))
        .withMessage(
            "--set model.activation: 'wave' is both thirdparty.Wave (%s) and thirdparty.Wave (%s); leave"
                    .formatted(jars.get(0), jars.get(1))
                + " one of them out, or give one another @PluginName");
  }
}
