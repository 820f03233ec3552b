package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed as effective configuration gives the same experiment again. */
class EffectiveConfigurationsTest {
  private static final Path FOLDER = Path.of("..", "configs");
  private static final ConfigLoader LOADER = new ConfigLoader(Plugins.builtIn());
  @TempDir private Path temporary;

  private static Stream<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** Every activation with a definition of its own, and with each of its peers'. */
  private static Stream<String> activations() {
    Stream<String> named =
        Plugins.builtIn().of(Families.ACTIVATION).entries().stream()
            .filter(entry -> !entry.name().equals("formula"))
            .flatMap(EffectiveConfigurationsTest::definitions);
    return Stream.concat(named, Stream.of("x * tanh(x)", "max(x, 0.1 * x)"));
  }

  private static Stream<String> definitions(PluginEntry<Activation> entry) {
    Stream<String> peers =
        entry.defaults().peers().keySet().stream()
            .sorted()
            .map(peer -> "{type: %s, like: %s}".formatted(entry.name(), peer));
    return Stream.concat(Stream.of(entry.name()), peers);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void ofTheConfigurationsThatComeWithKassei(Path file) throws IOException {
    readsBack(LOADER.load(file, List.of()));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void ofEveryActivation(String activation) throws IOException {
    Path file = FOLDER.resolve("xor-mlp.yaml");
    readsBack(LOADER.load(file, List.of("model.activation=" + activation)));
  }

  private void readsBack(LoadedConfig config) throws IOException {
    String text = config.effective();
    Path file = Files.writeString(temporary.resolve("effective.yaml"), text);
    LoadedConfig again = LOADER.load(file, List.of());

    assertThat(again.effective()).isEqualTo(text);
    assertThat(again.experiment()).as(text).isEqualTo(config.experiment());
  }
}
