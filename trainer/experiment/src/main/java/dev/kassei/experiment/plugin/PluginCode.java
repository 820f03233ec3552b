package dev.kassei.experiment.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one class loader of plugins reads.
 *
 * @param origin what messages call it
 * @param own jars, or folders of classes, in which plugins are looked for
 * @param libraries jars that these need
 */
record PluginCode(Path origin, List<Path> own, List<Path> libraries) {
  static final String LIBRARIES = "lib";

  PluginCode {
    own = List.copyOf(own);
    libraries = List.copyOf(libraries);
  }

  /**
   * That of a jar, a folder of classes, a project, a folder of jars with what they need in {@code
   * lib}, or, one for each, of a folder of jars that need nothing.
   *
   * @throws IllegalArgumentException if the path is none of these; the message says why
   */
  static List<PluginCode> at(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(alone(path));
    }
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException("the plugin path " + path + " does not exist");
    }
    if (Files.isDirectory(path.resolve("META-INF"))) {
      return List.of(alone(path));
    }
    Optional<BuiltProject> project = BuiltProject.at(path);
    return project.isPresent() ? List.of(project.get().code(path)) : inFolder(path);
  }

  private static List<PluginCode> inFolder(Path folder) {
    List<Path> jars = jars(folder);
    if (jars.isEmpty()) {
      throw new IllegalArgumentException(
          "the plugin folder %s holds neither jars nor META-INF/services".formatted(folder));
    }
    List<Path> libraries = jars(folder.resolve(LIBRARIES));
    if (libraries.isEmpty()) {
      return jars.stream().map(PluginCode::alone).toList();
    }
    Path origin = jars.size() == 1 ? jars.get(0) : folder;
    return List.of(new PluginCode(origin, jars, libraries));
  }

  private static PluginCode alone(Path place) {
    return new PluginCode(place, List.of(place), List.of());
  }

  /** The jars of a folder, in the order of their names; none if there is no such folder. */
  static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PluginCode::isJar).sorted().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException("the plugin folder %s: %s".formatted(folder, e), e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  /** All that is read, the plugins' own first. */
  List<Path> all() {
    return Stream.concat(own.stream(), libraries.stream()).toList();
  }
}
