package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code configs/invalid} is refused with exactly the text that stands in the file of
 * the same name that ends in {@code .expected}.
 */
class InvalidConfigurationsTest {
  private static final Path FOLDER = Path.of("..", "configs", "invalid");
  private static final String YAML = ".yaml";

  private static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(YAML))
          .map(name -> name.substring(0, name.length() - YAML.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String report(String name) {
    var loader = new FileLoader(Plugins.builtIn());
    Path file = FOLDER.resolve(name + YAML);
    var refusal =
        catchThrowableOfType(ConfigurationException.class, () -> loader.load(file, List.of()));
    String folder = FOLDER + FOLDER.getFileSystem().getSeparator();
    return refusal.getMessage().replace(folder, "") + "\n";
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRefusedWithTheExpectedReport(String name) throws IOException {
    assertThat(report(name)).isEqualTo(Files.readString(FOLDER.resolve(name + ".expected")));
  }

  @Test
  void thereAreManyKindsOfMistakes() throws IOException {
    assertThat(names()).hasSizeGreaterThan(20);
  }
}
