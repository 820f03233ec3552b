package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of configurations takes what the program takes, and refuses what is misspelt. */
class SchemaTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SHIPPED = ROOT.resolve("docs/kassei.schema.json");
  private static final EditorSchema SCHEMA = EditorSchema.printed();

  /** What reports say where keys, names and types are wrong, which a schema can tell. */
  private static final Pattern STRUCTURAL =
      Pattern.compile(
          "unknown key|: unknown (model|loss|activation|layer|optimizer|metric|family) '"
              + "|missing; expected|expected 'type' to name|no peer '|this version reads format"
              + "|expected (a list|a map|a number(?! of)|a text|an integer|one of|the name|the path"
              + "|true or false)\\b.* but was |the axis has no values|'<<' takes a map"
              + "|(?<!not YAML): a space is missing|a full-width space");

  /** The keys of maps from names that users give. */
  private static final Set<String> FREE = Set.of("parameters", "class_weights");

  private static final Pattern BEFORE =
      Pattern.compile(
          "not YAML|not UTF-8|no '&|the tag '|second document|more than 200000|duplicate-key");

  private static Stream<Path> configs() throws IOException {
    return Stream.of("configs", "benchmarks/batches", "trainer/batch/src/test/resources/batches")
        .map(ROOT::resolve)
        .flatMap(SchemaTest::yaml)
        .filter(file -> !file.toString().contains("invalid"));
  }

  private static Stream<Path> bundled() throws IOException {
    return yaml(ROOT.resolve("configs")).filter(file -> !file.toString().contains("invalid"));
  }

  private static Stream<Path> invalid() {
    return yaml(ROOT.resolve("configs/invalid"));
  }

  private static Stream<Path> yaml(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shippedOneIsWhatTheCommandPrints() throws IOException {
    assertThat(Invocation.of("schema").done().out().lines())
        .as("./kassei schema --out docs/kassei.schema.json")
        .containsExactlyElementsOf(Files.readAllLines(SHIPPED));
  }

  @Test
  void isWrittenIntoAFile(@TempDir Path temporary) throws IOException {
    Path file = temporary.resolve("schema.json");
    assertThat(Invocation.of("schema", "--out", file).done().out()).isEmpty();
    assertThat(file).hasSameTextualContentAs(SHIPPED);
  }

  @Test
  void saysWhatTheJavadocOfPluginsSays() throws IOException {
    assertThat(Files.readString(SHIPPED))
        .contains("The depth of the negative part, positive: f tends to −alpha.");
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void bundledConfigurationsNameIt(Path file) throws IOException {
    String line = Files.readAllLines(file).get(0);
    String start = "# yaml-language-server: $schema=";
    assertThat(line).startsWith(start);
    assertThat(file.resolveSibling(line.substring(start.length())))
        .isRegularFile()
        .hasSameTextualContentAs(SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void takesEveryConfiguration(Path file) throws IOException {
    assertThat(SCHEMA.problems(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kassei.cli.DocumentationTest#yaml")
  void takesEveryExample(String yaml) {
    String partial = yaml.contains("extends: ") ? yaml : "extends: base.yaml\n" + yaml;
    assertThat(SCHEMA.problems(partial)).isEmpty();
  }

  /** Whichever map of it has a key that nobody knows. */
  @ParameterizedTest
  @MethodSource("configs")
  void refusesUnknownKeysEverywhere(Path file) throws IOException {
    Object tree = EditorSchema.tree(Files.readString(file));
    List<Map<String, Object>> maps = maps(tree).toList();
    assertThat(maps).isNotEmpty();
    for (Map<String, Object> map : maps) {
      map.put("no_such_key", 1);
      assertThat(SCHEMA.problems(tree)).as(map.toString()).isNotEmpty();
      map.remove("no_such_key");
    }
  }

  /** All maps of a tree but those whose keys are free. */
  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> maps(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().flatMap(SchemaTest::maps);
    }
    if (!(node instanceof Map<?, ?> map)) {
      return Stream.empty();
    }
    Stream<Map<String, Object>> inner =
        map.entrySet().stream()
            .filter(entry -> !FREE.contains(entry.getKey()))
            .flatMap(entry -> maps(entry.getValue()));
    return Stream.concat(Stream.of((Map<String, Object>) map), inner);
  }

  /**
   * Where a report tells of the structure, the schema refuses the file, too; of all else it knows
   * nothing. What is no YAML, or too much of it, is refused before.
   */
  @ParameterizedTest
  @MethodSource("invalid")
  void refusesStructuralMistakesAlone(Path file) throws IOException {
    String report = Files.readString(Path.of(file.toString().replace(".yaml", ".expected")));
    String yaml = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> problems = SCHEMA.problems(yaml);
    boolean isBefore = BEFORE.matcher(report).find();
    assertThat(STRUCTURAL.matcher(report).find())
        .as(report + problems)
        .isEqualTo(!problems.isEmpty() && !isBefore);
  }
}
