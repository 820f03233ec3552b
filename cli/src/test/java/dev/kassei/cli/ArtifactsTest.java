package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others depend on: its versions in one place, and no package in two jars. */
class ArtifactsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(kassei-[a-z]+)<");
  private static final Pattern MODULE = Pattern.compile("<module>([a-z]+)<");
  private static final Pattern MODULE_NAME = Pattern.compile("<module.name>([a-z.]+)<");

  private record Module(Path folder, String pom) {
    String artifact() {
      return ARTIFACT
          .matcher(pom.split("</parent>", 2)[1])
          .results()
          .findFirst()
          .orElseThrow()
          .group(1);
    }

    boolean isDeployed() {
      return !pom.contains("<maven.deploy.skip>true<");
    }

    String name() {
      return MODULE_NAME.matcher(pom).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    List<Path> packages() throws IOException {
      Path sources = folder.resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        return files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> sources.relativize(file.getParent()))
            .distinct()
            .toList();
      }
    }
  }

  /** Those with sources, in a folder and in the folders of its modules. */
  private static Stream<Module> modules(Path folder) {
    try {
      String pom = Files.readString(folder.resolve("pom.xml"));
      Stream<Module> own =
          Files.exists(folder.resolve("src/main/java"))
              ? Stream.of(new Module(folder, pom))
              : Stream.empty();
      Stream<Module> inside =
          MODULE
              .matcher(pom)
              .results()
              .map(found -> folder.resolve(found.group(1)))
              .flatMap(ArtifactsTest::modules);
      return Stream.concat(own, inside);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theBomHasTheVersionOfEachArtifactThatIsDeployed() throws IOException {
    String bom = Files.readString(PROJECT.resolve("bom/pom.xml"));
    String managed = bom.substring(bom.indexOf("<dependencyManagement>"));
    assertThat(ARTIFACT.matcher(managed).results().map(MatchResult::group))
        .containsExactlyInAnyOrderElementsOf(
            modules(PROJECT)
                .filter(Module::isDeployed)
                .map(module -> "<artifactId>" + module.artifact() + "<")
                .toList());
    assertThat(Files.readString(PROJECT.resolve("pom.xml")))
        .contains("<version>" + bom.split("<version>|</version>", 3)[1] + "</version>");
  }

  @Test
  void allPackagesOfAJarAreBelowItsNameAsAModule() throws IOException {
    List<Module> all = modules(PROJECT).toList();
    assertThat(all.stream().map(Module::name)).doesNotHaveDuplicates();
    for (Module module : all) {
      Path root = Path.of(module.name().replace('.', '/'));
      assertThat(module.packages())
          .as("%s, module.name '%s'", module.folder(), module.name())
          .isNotEmpty()
          .allMatch(each -> each.startsWith(root));
    }
  }
}
