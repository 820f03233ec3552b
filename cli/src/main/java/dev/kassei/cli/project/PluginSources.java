package dev.kassei.cli.project;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a plugin is in a project: its class, its test, and its line in a file of services.
 *
 * @param kind what the plugin is
 * @param name the name of its record
 * @param packageName the package of its record
 */
public record PluginSources(PluginKind kind, ClassName name, String packageName) {
  static final Path JAVA = Path.of("src", "main", "java");
  static final Path SERVICES = Path.of("src", "main", "resources", "META-INF", "services");
  private static final Path TESTS = Path.of("src", "test", "java");

  public PluginSources {
    require(
        SourceVersion.isName(packageName, SourceVersion.RELEASE_17),
        "expected the name of a package, such as org.example, but was '%s'",
        packageName);
    require(
        !isOfJava(packageName), "the package %s is Java's own; choose another one", packageName);
    require(
        Pattern.compile("[.]").splitAsStream(packageName).noneMatch(ClassName::isDevice),
        "the package %s has the name of a device on Windows; choose another one",
        packageName);
    imported(kind, name)
        .ifPresent(
            type -> {
              throw new IllegalArgumentException(
                  "the project imports %s; choose another name".formatted(type));
            });
  }

  /** Java compiles nothing else in a package of its own. */
  private static boolean isOfJava(String packageName) {
    return (packageName + ".").startsWith("java.")
        || ModuleLayer.boot().modules().stream()
            .filter(Module::isNamed)
            .anyMatch(module -> module.getPackages().contains(packageName));
  }

  /** The type of the same name that the plugin or its test imports. */
  private static Optional<String> imported(PluginKind kind, ClassName name) {
    try {
      String files =
          template(kind, "Plugin.java").text() + template(kind, "PluginTest.java").text();
      return files
          .lines()
          .filter(line -> line.startsWith("import ") && line.endsWith("." + name.text() + ";"))
          .map(line -> line.substring("import ".length(), line.length() - 1))
          .findFirst();
    } catch (IOException e) {
      throw new IllegalStateException("Kassei's jar cannot be read: " + e, e);
    }
  }

  private static Template template(PluginKind kind, String file) {
    return new Template(kind.word() + "/" + file);
  }

  /** The name of the class with its package. */
  String fullName() {
    return packageName + "." + name.text();
  }

  /** The package as a path. */
  String path() {
    return packageName.replace('.', '/');
  }

  /** The file that lists it, in a project. */
  Path service() {
    return SERVICES.resolve(kind.service().getName());
  }

  /** What stands for the placeholders of its templates. */
  Map<String, String> values() {
    return Map.of(
        "artifact", name.inFiles(),
        "class", name.text(),
        "name", name.inConfigurations(),
        "package", packageName);
  }

  /**
   * The files that are its own, in a project.
   *
   * @param experiment the name of the file of its experiment
   */
  Map<Path, String> files(String experiment) throws IOException {
    Path main = JAVA.resolve(path()).resolve(name.text() + ".java");
    Path test = TESTS.resolve(path()).resolve(name.text() + "Test.java");
    var files = new LinkedHashMap<Path, String>();
    files.put(main, template(kind, "Plugin.java").filled(values()));
    files.put(test, template(kind, "PluginTest.java").filled(values()));
    files.put(Path.of(experiment), template(kind, "experiment.yaml").filled(values()));
    return files;
  }

  /** Writes its own files, and adds its line to the file that lists it. */
  void write(Path project, String experiment) throws IOException {
    for (Map.Entry<Path, String> file : files(experiment).entrySet()) {
      save(project.resolve(file.getKey()), file.getValue());
    }
    Path service = project.resolve(service());
    String listed = Files.exists(service) ? Files.readString(service) : "";
    String end = listed.isEmpty() || listed.endsWith("\n") ? "" : "\n";
    save(service, listed + end + fullName() + "\n");
  }

  private static void save(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    WholeFile.text(file, out -> out.write(text));
  }
}
