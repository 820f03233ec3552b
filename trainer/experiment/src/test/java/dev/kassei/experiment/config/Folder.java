package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Configuration files of a test. */
record Folder(Path path) {
  private static final String REST = "\ndataset: xor\nmodel: mlp\nloss: mse\noptimizer: sgd\n";

  Path write(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads a fragment; what it leaves out of dataset, model, loss and optimizer stands beneath. */
  LoadedConfig load(String fragment, String... settings) {
    write("beneath.yaml", REST);
    boolean extended = fragment.contains("extends:");
    String text = extended ? fragment : "extends: beneath.yaml\n" + fragment;
    return loadWhole(text, settings);
  }

  LoadedConfig loadWhole(String text, String... settings) {
    Path file = write("main.yaml", text);
    return new ConfigLoader(Plugins.builtIn()).load(file, List.of(settings));
  }

  /** The problems of a fragment, without the folder's name. */
  List<String> problems(String fragment, String... settings) {
    return problems(
        catchThrowableOfType(ConfigurationException.class, () -> load(fragment, settings)));
  }

  List<String> problemsOfWhole(String text, String... settings) {
    return problems(
        catchThrowableOfType(ConfigurationException.class, () -> loadWhole(text, settings)));
  }

  private List<String> problems(ConfigurationException exception) {
    return exception.problems().stream()
        .map(problem -> problem.toString().replace(path + path.getFileSystem().getSeparator(), ""))
        .toList();
  }
}
