package dev.kassei.experiment.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the build of a project lays its classes and the jars they need at run time. */
enum BuiltProject {
  MAVEN(List.of("pom.xml"), "mvn package", List.of("target/classes"), "target/lib"),
  GRADLE(
      List.of("build.gradle", "build.gradle.kts"),
      "gradle build",
      List.of("build/classes/java/main", "build/resources/main"),
      "build/lib");

  private static final Path SOURCES = Path.of("src", "main");
  private static final Path RESOURCES = SOURCES.resolve("resources");

  @SuppressWarnings("ImmutableEnumChecker") // a list of constants
  private final List<String> marks;

  private final String command;

  @SuppressWarnings("ImmutableEnumChecker") // a list of constants
  private final List<String> classes;

  private final String libraries;

  BuiltProject(List<String> marks, String command, List<String> classes, String libraries) {
    this.marks = marks;
    this.command = command;
    this.classes = classes;
    this.libraries = libraries;
  }

  /** What builds the project in a folder; empty if it holds none. */
  static Optional<BuiltProject> at(Path folder) {
    return Arrays.stream(values())
        .filter(each -> each.marks.stream().map(folder::resolve).anyMatch(Files::isRegularFile))
        .findFirst();
  }

  /** What the build has made, or would make. */
  PluginCode code(Path project) {
    List<Path> built = classes.stream().map(each -> project.resolve(each).normalize()).toList();
    List<Path> present = built.stream().filter(Files::isDirectory).toList();
    return new PluginCode(
        built.get(0), present, PluginCode.jars(project.resolve(libraries).normalize()));
  }

  /**
   * Refuses a project whose classes are not those of its sources.
   *
   * @throws IllegalArgumentException if one is not built, or was edited since; the message says
   *     what to do
   */
  void requireCurrent(Path project) {
    List<Path> built = code(project).own();
    Optional<FileTime> compiled = newest(built).map(BuiltProject::time);
    if (compiled.isEmpty()) {
      throw new IllegalArgumentException(
          "the plugin project %s is not built; type '%s' in it".formatted(plain(project), command));
    }
    newest(List.of(project.resolve(SOURCES)))
        .filter(source -> time(source).compareTo(compiled.get()) > 0)
        .ifPresent(source -> refuse(project, source));
    files(project.resolve(RESOURCES))
        .filter(file -> isNewer(file, project, built))
        .findFirst()
        .ifPresent(file -> refuse(project, file));
  }

  private void refuse(Path project, Path source) {
    throw new IllegalArgumentException(
        "the plugin project %s is older than its %s; type '%s' in it"
            .formatted(
                plain(project), project.relativize(source).toString().replace('\\', '/'), command));
  }

  /** Without the dot of {@code plugins: [.]}, unless there is nothing else. */
  private static Path plain(Path project) {
    Path normal = project.normalize();
    return normal.toString().isEmpty() ? project : normal;
  }

  /** The youngest file that is compiled, or was. */
  private static Optional<Path> newest(List<Path> folders) {
    return folders.stream()
        .flatMap(BuiltProject::files)
        .filter(file -> !file.toString().contains(RESOURCES.toString()))
        .filter(file -> file.toString().matches(".*\\.(class|java|kt|groovy|scala)"))
        .max(Comparator.comparing(BuiltProject::time));
  }

  private static boolean isNewer(Path resource, Path project, List<Path> built) {
    Path name = project.resolve(RESOURCES).relativize(resource);
    return built.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .noneMatch(copy -> time(copy).compareTo(time(resource)) >= 0);
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("'" + folder + "' cannot be read: " + e, e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be read: " + e, e);
    }
  }
}
