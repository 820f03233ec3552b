package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with what they need, and projects, as commands and folders of runs have them. */
class PluginFoldersTest {
  private static final String BATCH =
      """
      extends: %s
      plots: false
      batch: {grid: {model.activation: [wave, relu], seed: [1, 2]}, keep: none}
      """;

  @TempDir private static Path shared;
  @TempDir private Path temporary;
  private Path plugins = Path.of("");

  @BeforeAll
  static void compile() throws IOException {
    PluginJar.withLibrary(shared.resolve("two"), 2);
    PluginJar.withLibrary(shared.resolve("three"), 3);
  }

  @BeforeEach
  void copy() throws IOException {
    plugins = temporary.resolve("mine");
    Files.createDirectories(plugins.resolve("lib"));
    Files.copy(shared.resolve("two/all.jar"), plugins.resolve("all.jar"));
    Files.copy(shared.resolve("two/lib/tool.jar"), plugins.resolve("lib/tool.jar"));
  }

  private void changeLibrary() throws IOException {
    Files.copy(
        shared.resolve("three/lib/tool.jar"),
        plugins.resolve("lib/tool.jar"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Invocation run(Path file, Object... options) {
    var words = new ArrayList<Object>(List.of("run", file));
    words.addAll(List.of(options));
    return Invocation.of(words.toArray());
  }

  private Invocation runWave() {
    return run(
        Configs.MLP,
        "--no-plots",
        "--plugins",
        plugins,
        "--out",
        temporary.resolve("runs"),
        "--set",
        "model.activation=wave");
  }

  @Test
  void aRunTakesThemWithItsFolder() throws IOException {
    Invocation run = runWave().done();
    assertThat(run.folder().resolve("SHA256SUMS"))
        .content()
        .contains("  plugins/mine/all.jar\n", "  plugins/mine/lib/tool.jar\n");
    Path moved = Files.move(run.folder(), temporary.resolve("moved"));
    changeLibrary();
    Files.move(plugins, temporary.resolve("gone"));

    Path config = moved.resolve("config.yaml");
    assertThat(config).content().contains("plugins: [plugins/mine]\n");
    Path rows = Files.writeString(temporary.resolve("rows.csv"), "x1,x2\n0,1\n");
    assertThat(Invocation.of("predict", moved, "--data", rows).code()).isZero();
    Invocation again = run(config, "--no-plots", "--out", temporary.resolve("again"));
    assertThat(again.loadingPlugins(config).done().digest()).isEqualTo(run.digest());
  }

  @Test
  void aRunInAFolderThatHasOneTakesItsPlace() throws IOException {
    Path first = runWave().done().folder();
    changeLibrary();
    Path config = first.resolve("config.yaml");
    Path second = run(config, "--no-plots", "--out", temporary.resolve("runs")).folder();
    assertThat(second.resolve("plugins/mine/lib/tool.jar"))
        .hasSameBinaryContentAs(first.resolve("plugins/mine/lib/tool.jar"));
  }

  @Test
  void aBatchNoticesAChangedLibrary() throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("b.yaml"), BATCH.formatted(Configs.MLP.toAbsolutePath()));
    Object[] options = {"--plugins", plugins, "--out", temporary.resolve("runs")};
    Path folder = run(file, options).done().folder();
    assertThat(run(file, options).err()).contains("trials: 4 of 4 are there already");
    assertThat(Invocation.of("compare", folder).code()).isZero();

    changeLibrary();
    assertThat(run(file, options).err()).contains("trials: 2 of 4 are there already");
  }

  @Test
  void runJsonNamesTheLibraryByItsHash() throws IOException {
    assertThat(runWave().done().folder().resolve("run.json"))
        .content()
        .contains(
            plugins.resolve("all.jar") + "\" : \"", plugins.resolve("lib/tool.jar") + "\" : \"");
  }

  @Test
  void commandsTakeAFolderAndSayWhatItLacks() throws IOException {
    assertThat(Invocation.of("check", "--plugins", plugins).done().out())
        .containsPattern("wave +activation +\\Q" + plugins.resolve("all.jar") + "\\E +doubtful");
    Files.delete(plugins.resolve("lib/tool.jar"));
    runWave()
        .refused(
            "a plugin fails: %s: thirdparty.All$Wave: it fails in line 1: java.lang.ClassNotFoundException: thirdparty.All$Tool; put the jar that has this class into lib/ beside the plugin's jar and name their folder, or make it a dependency of the plugin's project and build that"
                .formatted(plugins.resolve("all.jar")));
  }

  @Test
  void aProjectOfMavenIsNamedByItsFolder() throws IOException {
    Path project = temporary.resolve("project");
    Files.createDirectories(project);
    Files.createFile(project.resolve("pom.xml"));
    for (String command : List.of("list", "check", "schema", "gallery")) {
      Invocation.of(command, "--plugins", project)
          .refused(
              "--plugins: the plugin project %s is not built; type 'mvn package' in it"
                  .formatted(project));
    }
    unpack(plugins.resolve("all.jar"), project.resolve("target/classes"));
    Files.move(plugins.resolve("lib"), project.resolve("target/lib"));

    assertThat(Invocation.of("show", "wave", "--plugins", project).done().out())
        .contains("formula         x * 2");
    Path file =
        Files.writeString(
            project.resolve("e.yaml"),
            "extends: %s\nplugins: [.]\nplots: false\nmodel: {activation: wave}\n"
                .formatted(Configs.MLP.toAbsolutePath()));
    Path folder = run(file, "--out", temporary.resolve("runs")).folder();
    assertThat(folder.resolve("config.yaml")).content().contains("plugins: [plugins/project]\n");
    Files.move(project, temporary.resolve("gone"));
    Path rows = Files.writeString(temporary.resolve("rows.csv"), "x1,x2\n0,1\n");
    assertThat(Invocation.of("predict", folder, "--data", rows).code()).isZero();
  }

  @Test
  void aFileThatNamesAProjectThatIsNotBuiltIsToldThatAlone() throws IOException {
    Files.createFile(temporary.resolve("pom.xml"));
    Path file =
        Files.writeString(
            temporary.resolve("e.yaml"),
            "extends: %s\nplugins: [.]\nmodel: {activation: wave}\n"
                .formatted(Configs.MLP.toAbsolutePath()));
    assertThat(run(file).loadingPlugins(file).err())
        .isEqualTo(
            "%s:2:10: plugins: the plugin project %s is not built; type 'mvn package' in it\n"
                .formatted(file, temporary));
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (var files = new ZipFile(jar.toFile())) {
      for (var entries = files.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(files.getInputStream(entry), file);
      }
    }
  }
}
