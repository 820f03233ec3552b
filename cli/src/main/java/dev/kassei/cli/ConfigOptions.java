package dev.kassei.cli;

import dev.kassei.trainer.config.ConfigLoader;
import dev.kassei.trainer.config.Loaded;
import dev.kassei.trainer.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiments, and what is laid over them. */
final class ConfigOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A YAML file, or a folder of them. Several are separate experiments.")
  private List<Path> files;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Lays a value over the file, such as --set optimizer.learning_rate=0.01 or --set"
              + " model.hidden=[16,8]. Repeatable.")
  private final List<String> settings = new ArrayList<>();

  @Mixin private PluginOptions plugins;

  /** The files, those of folders in the order of their names. */
  List<Path> files() {
    return files.stream().flatMap(ConfigOptions::yamlFiles).toList();
  }

  private static Stream<Path> yamlFiles(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> found =
          inside.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
      if (found.isEmpty()) {
        throw new Failures.UsageProblem("the folder '" + path + "' holds no .yaml file");
      }
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder '" + path + "' cannot be read: " + e, e);
    }
  }

  /** A loader of files; plugins that cannot be used are reported, once. */
  ConfigLoader loader(PrintWriter err) {
    Plugins usable = plugins.plugins();
    if (!plugins.paths().isEmpty()) {
      PluginOptions.report(usable, err);
    }
    return plugins.loader(usable, err);
  }

  /** Loads one file. */
  Loaded load(ConfigLoader loader, Path file) {
    return loader.loadAny(file, settings);
  }
}
