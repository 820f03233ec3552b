package dev.kassei.cli.project;

import static dev.kassei.api.value.Requirements.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project that plugins can be added to, such as one of {@code kassei new}.
 *
 * @param folder where its build file is
 */
public record ExistingProject(Path folder) {
  private static final List<String> BUILDS = List.of("pom.xml", "build.gradle", "build.gradle.kts");
  private static final String SERVICE = "dev.kassei.api.";
  private static final Pattern PACKAGE =
      Pattern.compile("^package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

  /**
   * @throws IllegalArgumentException if no project of Java is there
   */
  public ExistingProject {
    require(
        BUILDS.stream().anyMatch(build -> Files.isRegularFile(folder.resolve(build)))
            && Files.isDirectory(folder.resolve(PluginSources.JAVA)),
        "there is no project in '%s': expected a pom.xml or build.gradle and the folder"
            + " src/main/java; 'kassei new' without --into makes one",
        folder);
  }

  /**
   * The package of its plugins, or else of its other classes; empty if it has none.
   *
   * @throws IOException if its files cannot be read
   */
  public Optional<String> packageName() throws IOException {
    Optional<String> listed = listed().stream().map(Listed::packageName).findFirst();
    return listed.isPresent() ? listed : ofSources();
  }

  private Optional<String> ofSources() throws IOException {
    for (Path source : files(folder.resolve(PluginSources.JAVA))) {
      var declared = PACKAGE.matcher(Files.readString(source));
      if (declared.find()) {
        return Optional.of(declared.group(1));
      }
    }
    return Optional.empty();
  }

  /**
   * Adds a plugin with its test and an experiment; nothing that is there changes but the file that
   * lists it.
   *
   * @return the file of the experiment, in the project
   * @throws IllegalArgumentException if something of that name is there already
   */
  public String add(PluginSources plugin) throws IOException {
    String experiment = plugin.name().inFiles() + ".yaml";
    for (Listed listed : listed()) {
      require(
          !listed.simpleName().equals(plugin.name().text()),
          "%s lists %s already; choose another name",
          folder.resolve(listed.file()),
          listed.name());
    }
    for (Path file : plugin.files(experiment).keySet()) {
      require(
          !Files.exists(folder.resolve(file)),
          "'%s' exists already; choose another name",
          folder.resolve(file));
    }
    plugin.write(folder, experiment);
    return experiment;
  }

  /**
   * A line of a file of services.
   *
   * @param file in the project
   */
  private record Listed(Path file, String name) {
    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    String packageName() {
      return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
  }

  private List<Listed> listed() throws IOException {
    var services = files(folder.resolve(PluginSources.SERVICES));
    var listed = new ArrayList<Listed>();
    for (Path file : services) {
      if (file.getFileName().toString().startsWith(SERVICE)) {
        Files.readString(file)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(line -> listed.add(new Listed(folder.relativize(file), line)));
      }
    }
    return listed;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
