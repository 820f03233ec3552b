package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a project of {@code kassei new} brings along when its test runs. */
class ProjectDependenciesTest {
  private static final Map<String, Path> MODULES =
      Map.of(
          "kassei-api", Path.of("..", "api", "pom.xml"),
          "kassei-testkit", Path.of("..", "testkit", "pom.xml"),
          "kassei-engine", Path.of("..", "trainer", "engine", "pom.xml"));

  @TempDir private Path temporary;

  /** A dependency of a pom, as far as it decides what is on the path of those who depend on it. */
  private record Needed(String artifact, String scope, boolean isOptional) {
    boolean isPassedOn() {
      return !isOptional && (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime"));
    }
  }

  @Test
  void theTestOfAProjectRunsWithApiTestkitEngineAndJunitAlone() throws Exception {
    Path folder = temporary.resolve("project");
    Invocation.of("new", "activation", "MyOwn", "--out", folder).done();
    var path = new TreeSet<String>();
    for (Needed each : dependencies(folder.resolve("pom.xml"))) {
      add(each.artifact(), path);
    }
    assertThat(path)
        .containsExactly(
            "apiguardian-api",
            "jspecify",
            "junit-jupiter",
            "kassei-api",
            "kassei-engine",
            "kassei-testkit",
            "slf4j-api");
  }

  private static void add(String artifact, Set<String> path) throws Exception {
    Path pom = MODULES.get(artifact);
    assertThat(pom != null || !artifact.startsWith("kassei-")).as(artifact).isTrue();
    if (!path.add(artifact) || pom == null) {
      return;
    }
    for (Needed each : dependencies(pom)) {
      if (each.isPassedOn()) {
        add(each.artifact(), path);
      }
    }
  }

  private static List<Needed> dependencies(Path pom) throws Exception {
    Element project;
    try (var in = Files.newInputStream(pom)) {
      project =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    var found = project.getElementsByTagName("dependency");
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .map(
            each ->
                new Needed(
                    text(each, "artifactId"),
                    text(each, "scope"),
                    text(each, "optional").equals("true")))
        .toList();
  }

  private static String text(Element dependency, String name) {
    var found = dependency.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
