package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with jars that they need, and in projects. */
class PluginCodeTest {
  static final String MISSING =
      "; put the jar that has this class into lib/ beside the plugin's jar and name their folder,"
          + " or make it a dependency of the plugin's project and build that";

  private static final String TOOL =
      "public final class Tool { public static double factor() { return %s; } }";
  private static final String WAVE =
      "@PluginName(\"wave\") public record Wave() implements Activation {"
          + " public Expr apply(Expr x) { return x.times(Tool.factor()); } }";

  @TempDir private Path temporary;

  /** A folder with {@code wave.jar} and its library {@code lib/tool.jar}. */
  private Path folder(String name, double factor) throws IOException {
    classes(name, factor).library("Tool", name + "/lib/tool.jar").jar(name + "/wave.jar");
    return temporary.resolve(name);
  }

  private PluginFolder classes(String name, double factor) throws IOException {
    return new PluginFolder(temporary.resolve(name + "-classes"))
        .compile("Tool", TOOL.formatted(factor))
        .compile("Wave", WAVE)
        .service("Activation", "Wave");
  }

  private static Plugins plugins(Path... paths) {
    return Plugins.builtIn().and(List.of(paths));
  }

  private static PluginEntry<Activation> wave(Path path) {
    return plugins(path).of(Families.ACTIVATION).find("wave").orElseThrow();
  }

  private static String formula(PluginEntry<Activation> wave) {
    return wave.defaults().apply(Expr.input("x", Shape.batch(1))).toString();
  }

  private String hash(PluginEntry<?> wave) throws IOException {
    return CodeContent.hash(wave.type());
  }

  @Test
  void aFolderOfJarsWithWhatTheyNeedIsOneLoader() throws IOException {
    Path folder = folder("a", 2);
    new PluginFolder(temporary.resolve("more"))
        .activation("More", "@PluginName(\"more\")")
        .service("Activation", "More")
        .jar("a/more.jar");

    assertThat(formula(wave(folder))).isEqualTo("x * 2");
    Class<?> more = plugins(folder).of(Families.ACTIVATION).find("more").orElseThrow().type();
    assertThat(more.getClassLoader()).isNotNull();
    assertThat(wave(folder).origin()).isEqualTo(folder.toString());
    assertThat(plugins(folder).hashes())
        .containsOnlyKeys(
            folder.resolve("more.jar").toString(),
            folder.resolve("wave.jar").toString(),
            folder.resolve("lib/tool.jar").toString());
  }

  @Test
  void twoVersionsOfOneLibraryDoNotSeeEachOther() throws IOException {
    assertThat(formula(wave(folder("a", 2)))).isEqualTo("x * 2");
    assertThat(formula(wave(folder("b", 3)))).isEqualTo("x * 3");
    assertThat(plugins(temporary.resolve("a"), temporary.resolve("b")).problems())
        .extracting(PluginProblem::message)
        .anyMatch(message -> message.contains("the activation name 'wave' is taken"));
  }

  @Test
  void aChangedLibraryIsAnotherPlugin() throws IOException {
    String first = hash(wave(folder("a", 2)));
    String moved = hash(wave(Files.move(temporary.resolve("a"), temporary.resolve("c"))));
    String changed = hash(wave(folder("b", 3)));

    assertThat(moved).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }

  @Test
  void aMissingClassIsNamedWithTheJarThatLacksItAndWhatToDo() throws IOException {
    Path folder = folder("a", 2);
    Files.delete(folder.resolve("lib/tool.jar"));
    PluginEntry<Activation> wave = wave(folder);

    assertThat(PluginFailure.of(catchThrowable(() -> formula(wave))).orElseThrow())
        .hasToString(
            folder.resolve("wave.jar")
                + ": thirdparty.Wave: it fails in line 1: java.lang.ClassNotFoundException:"
                + " thirdparty.Tool"
                + MISSING);
  }

  @BeforeEach
  void makeProject() throws IOException {
    Path sources = Files.createDirectories(temporary.resolve("project/src/main/java/thirdparty"));
    Files.createDirectories(temporary.resolve("project/src/main/resources/META-INF/services"));
    Files.writeString(sources.resolve("Wave.java"), "");
    age(sources.resolve("Wave.java"), 1_000);
    Files.writeString(service(), "thirdparty.Wave");
    age(service(), 1_000);
  }

  private Path project() {
    return temporary.resolve("project");
  }

  private Path service() {
    return project().resolve("src/main/resources/META-INF/services/" + Activation.class.getName());
  }

  private static void age(Path file, long seconds) throws IOException {
    long now = System.currentTimeMillis();
    Files.setLastModifiedTime(file, FileTime.fromMillis(now - 1000 * seconds));
  }

  private void build() throws IOException {
    Files.createFile(project().resolve("pom.xml"));
    classes("x", 2).library("Tool", "project/target/lib/tool.jar");
    Files.move(temporary.resolve("x-classes"), project().resolve("target/classes"));
  }

  @Test
  void aProjectIsItsClassesAndTheJarsTheyNeed() throws IOException {
    build();

    assertThat(formula(wave(project()))).isEqualTo("x * 2");
    assertThat(wave(project()).origin())
        .isEqualTo(project().resolve(Path.of("target", "classes")).toString());
    assertThat(wave(project()).origin()).isEqualTo(wave(project().resolve(".")).origin());
  }

  @Test
  void aProjectOfGradleHasItsClassesAndResourcesApart() throws IOException {
    Files.createFile(project().resolve("build.gradle.kts"));
    assertRefused("is not built; type 'gradle build' in it");
    classes("x", 2).library("Tool", "project/build/lib/tool.jar");
    Path classes = Files.createDirectories(project().resolve("build/classes/java"));
    Files.move(temporary.resolve("x-classes"), classes.resolve("main"));
    Path resources = Files.createDirectories(project().resolve("build/resources/main"));
    Files.move(classes.resolve("main/META-INF"), resources.resolve("META-INF"));

    assertThat(formula(wave(project()))).isEqualTo("x * 2");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> plugins(project()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plugin project %s %s".formatted(project(), reason));
  }

  @Test
  void aProjectThatIsNotBuiltOrWasEditedSinceIsRefused() throws IOException {
    Files.createFile(project().resolve("pom.xml"));
    assertRefused("is not built; type 'mvn package' in it");
    Files.delete(project().resolve("pom.xml"));
    build();

    age(project().resolve("src/main/java/thirdparty/Wave.java"), -1_000);
    assertRefused("is older than its src/main/java/thirdparty/Wave.java; type 'mvn package' in it");
    age(project().resolve("src/main/java/thirdparty/Wave.java"), 1_000);

    age(service(), -1_000);
    assertRefused(
        "is older than its src/main/resources/META-INF/services/dev.kassei.api.Activation; type"
            + " 'mvn package' in it");
    age(service(), 1_000);

    assertThat(formula(wave(project()))).isEqualTo("x * 2");
  }

  @Test
  void librariesMayNameOthersThatAreBesideThemOrNowhere() throws IOException {
    Path folder = folder("a", 2);
    new PluginFolder(temporary.resolve("noted"))
        .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: tool.jar gone.jar\n")
        .jar("a/lib/noted.jar");
    assertThat(formula(wave(folder))).isEqualTo("x * 2");

    new PluginFolder(temporary.resolve("noted"))
        .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: ../../other.jar\n")
        .jar("a/lib/noted.jar");
    Files.copy(folder.resolve("lib/tool.jar"), temporary.resolve("other.jar"));
    assertThatThrownBy(() -> plugins(folder))
        .hasMessage(
            "the classes of the plugin jar %s must be in it or in jars of lib/ beside it, but the"
                    .formatted(folder.resolve("lib/noted.jar"))
                + " Class-Path of its manifest names others: ../../other.jar; put them there, and"
                + " leave that out");
  }
}
