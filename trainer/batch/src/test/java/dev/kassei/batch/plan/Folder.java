package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Configuration files of a test. */
record Folder(Path path) {
  private static final String EXPERIMENT =
      """
      dataset: xor
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: mse
      optimizer: sgd
      """;

  Path write(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads a fragment with a batch over an experiment. */
  BatchConfig batch(String fragment, String... settings) {
    write("beneath.yaml", EXPERIMENT);
    Path file = write("main.yaml", "extends: beneath.yaml\n" + fragment);
    return new FileLoader(Plugins.builtIn()).batch(file, List.of(settings));
  }

  List<String> problemsOfBatch(String fragment, String... settings) {
    return problems(
        catchThrowableOfType(ConfigurationException.class, () -> batch(fragment, settings)));
  }

  LoadedConfig loadWhole(String text, String... settings) {
    Path file = write("main.yaml", text);
    return new FileLoader(Plugins.builtIn()).experiment(file, List.of(settings));
  }

  private List<String> problems(ConfigurationException exception) {
    return exception.problems().stream()
        .map(problem -> problem.toString().replace(path + path.getFileSystem().getSeparator(), ""))
        .toList();
  }
}
