package dev.kassei.cli.command;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.Loaded;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.config.ConfigSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiments, and what is merged onto them. */
final class ConfigOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A YAML file or a folder of YAML files, - for the standard input. Each is a separate"
              + " experiment or batch.")
  private List<Path> files;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Sets a value in the configuration, such as --set optimizer.learning_rate=0.01 or --set"
              + " model.hidden=[16,8]. Repeatable.")
  private final List<String> settings = new ArrayList<>();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How long to train, short for --set training.epochs=N.")
  private Optional<String> epochs = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of all that is random, short for --set seed=N.")
  private Optional<String> seed = Optional.empty();

  @Mixin private PluginOptions plugins;

  /** The files, those of folders in the order of their names; says which folders are left out. */
  List<Path> files(PrintWriter err) {
    return files.stream().flatMap(path -> yamlFiles(path, err)).toList();
  }

  /** Whether it was the folder of a file that was named, not the file. */
  boolean isFolderNamed(Path file) {
    return files.contains(file.resolveSibling(""));
  }

  private static Stream<Path> yamlFiles(Path path, PrintWriter err) {
    if (path.equals(StandardInput.TYPED)) {
      return Stream.of(StandardInput.NAME);
    }
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    List<Path> found = yamlIn(path);
    if (found.isEmpty()) {
      throw new UsageProblem("the folder '" + path + "' holds no .yaml file");
    }
    for (Path below : inside(path)) {
      if (Files.isDirectory(below) && Files.isReadable(below) && !yamlIn(below).isEmpty()) {
        err.println("the files in '" + below + "' are left out; name that folder, too");
      }
    }
    return found.stream();
  }

  private static List<Path> yamlIn(Path folder) {
    return inside(folder).stream().filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder '" + folder + "' cannot be read: " + e, e);
    }
  }

  /** A loader of files; plugins that cannot be used are reported, once. */
  FileLoader loader(PrintWriter err) {
    return plugins.loader(plugins.plugins(), err);
  }

  /** Loads one file. */
  Loaded load(FileLoader loader, Path file) {
    boolean isStandardInput =
        file.equals(StandardInput.NAME) && files.contains(StandardInput.TYPED);
    return loader.load(
        isStandardInput ? StandardInput.read() : ConfigSource.file(file), settings());
  }

  /** All settings; what is short for one counts as if it stood last. */
  private List<String> settings() {
    var all = new ArrayList<>(settings);
    epochs.ifPresent(value -> all.add("training.epochs=" + value));
    seed.ifPresent(value -> all.add("seed=" + value));
    return all;
  }
}
