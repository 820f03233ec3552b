package dev.kassei.cli.project;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.results.file.WholeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A complete small project: a plugin, its registration, its test and an experiment that uses it.
 *
 * @param plugin what it is for
 * @param group Maven's groupId
 */
public record PluginProject(PluginSources plugin, String group) {
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  public PluginProject {
    require(
        GROUP.matcher(group).matches(),
        "expected a groupId of Maven, such as org.example, but was '%s'",
        group);
  }

  /**
   * Writes the project.
   *
   * @param folder is made; it must not exist
   * @param kassei where the jars are that it is compiled and tested with
   */
  public void write(Path folder, Installation kassei) throws IOException {
    Map<String, String> values = values(home(folder, kassei), kassei);
    write(folder, "pom.xml", "pom.xml", values);
    write(folder, "README.md", "README.md", values);
    write(folder, ".gitignore", "gitignore", values);
    write(folder, ".mvn/maven.config", "maven.config", values);
    plugin.write(folder, "experiment.yaml");
  }

  private static void write(Path folder, String file, String template, Map<String, String> values)
      throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    String text = new Template(template).filled(values);
    WholeFile.text(path, out -> out.write(text));
  }

  private Map<String, String> values(Path home, Installation kassei) throws IOException {
    var values = new HashMap<>(plugin.values());
    values.put("a-kind", plugin.kind().withArticle());
    values.put("group", group);
    values.put("home", inPom(home));
    values.put("jars", ShellWord.of(kassei.home() + File.separator + "lib" + File.separator + "*"));
    values.put("path", plugin.path());
    values.put("repository", inMavenConfig(home));
    values.put("version", kassei.version());
    return values;
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
}
