package dev.kassei.cli.project;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.results.file.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A complete small project: a plugin, its registration, its test and an experiment that uses it.
 *
 * @param kind what the plugin is
 * @param name the name of its record
 * @param packageName the package of its record
 * @param group Maven's groupId
 */
public record PluginProject(PluginKind kind, ClassName name, String packageName, String group) {
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

  public PluginProject {
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
    require(
        GROUP.matcher(group).matches(),
        "expected a groupId of Maven, such as org.example, but was '%s'",
        group);
    imported(kind, name)
        .ifPresent(
            type -> {
              throw new IllegalArgumentException(
                  "the project imports %s; choose another name".formatted(type));
            });
  }

  /**
   * Writes the project.
   *
   * @param folder is made; it must not exist
   * @param kassei where the jars are that it is compiled and tested with
   */
  public void write(Path folder, Installation kassei) throws IOException {
    Map<String, String> values = values(home(folder, kassei), kassei);
    String source = "src/%s/java/" + path() + "/" + name.text() + "%s.java";
    write(folder, "pom.xml", filled("pom.xml", values));
    write(folder, "README.md", filled("README.md", values));
    write(folder, ".gitignore", filled("gitignore", values));
    write(folder, ".mvn/maven.config", filled("maven.config", values));
    write(folder, source.formatted("main", ""), filled(template("Plugin.java"), values));
    write(folder, source.formatted("test", "Test"), filled(template("PluginTest.java"), values));
    write(folder, "experiment.yaml", filled(template("experiment.yaml"), values));
    write(
        folder,
        "src/main/resources/META-INF/services/" + kind.service().getName(),
        packageName + "." + name.text() + "\n");
  }

  private String template(String file) {
    return kind.word() + "/" + file;
  }

  private String path() {
    return packageName.replace('.', '/');
  }

  private Map<String, String> values(Path home, Installation kassei) throws IOException {
    return Map.ofEntries(
        Map.entry("a-kind", kind.withArticle()),
        Map.entry("artifact", name.inFiles()),
        Map.entry("class", name.text()),
        Map.entry("group", group),
        Map.entry("home", inPom(home)),
        Map.entry(
            "jars", ShellWord.of(kassei.home() + File.separator + "lib" + File.separator + "*")),
        Map.entry("name", name.inConfigurations()),
        Map.entry("package", packageName),
        Map.entry("path", path()),
        Map.entry("repository", inMavenConfig(home)),
        Map.entry("version", kassei.version()));
  }

  /**
   * Where Kassei is, seen from the project, so that both can be moved together; on Windows it may
   * be on another drive.
   */
  private static Path home(Path folder, Installation kassei) throws IOException {
    Path project = Files.createDirectories(folder).toRealPath();
    Path home = kassei.home();
    return Objects.equals(project.getRoot(), home.getRoot()) ? project.relativize(home) : home;
  }

  /** The folder in the address of a repository, where Maven reads %41 as a letter. */
  private static String inPom(Path home) {
    String path = home.toString().replace('\\', '/').replace("%", "%25").replace("&", "&amp;");
    return home.isAbsolute() ? path : "${project.basedir}/" + path;
  }

  /**
   * Maven 3.9 reads the jars where they are, whatever mirrors there are; older ones copy them from
   * the repository in {@code pom.xml}, which they would not do offline unless told. They split the
   * file at blanks, and all versions split the list of repositories at commas.
   */
  private static String inMavenConfig(Path home) {
    boolean splits = Pattern.compile("[\\s,]").matcher(home.toString()).find();
    return splits ? "" : "," + home.resolve("repository");
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
      String files = text(kind.word() + "/Plugin.java") + text(kind.word() + "/PluginTest.java");
      return files
          .lines()
          .filter(line -> line.startsWith("import ") && line.endsWith("." + name.text() + ";"))
          .map(line -> line.substring("import ".length(), line.length() - 1))
          .findFirst();
    } catch (IOException e) {
      throw new IllegalStateException("Kassei's jar cannot be read: " + e, e);
    }
  }

  private static String filled(String template, Map<String, String> values) throws IOException {
    return PLACEHOLDER
        .matcher(text(template))
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }

  private static String text(String template) throws IOException {
    try (InputStream in = PluginProject.class.getResourceAsStream(template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    WholeFile.text(path, out -> out.write(text));
  }
}
