package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.cli.Configs;
import dev.kassei.cli.DocumentationTest;
import dev.kassei.cli.EditorSchema;
import dev.kassei.cli.YamlTexts;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a configuration holds, {@code kassei validate} finds it in order or says what is wrong,
 * and ends. What is in order for it is so for its JSON Schema. More of it: {@code
 * -Dfuzz.tries=50000}.
 */
class YamlFuzzTest {
  /** A batch of 200,000 trials takes ten seconds, and more where others want the processors. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final List<String> TEXTS = texts();
  private static final EditorSchema SCHEMA = EditorSchema.printed();
  private static Path folder = Path.of("");

  private final FileLoader loader = new FileLoader(Plugins.builtIn());

  private static List<String> texts() {
    var all = new ArrayList<String>();
    all.addAll(YamlTexts.in(Configs.FOLDER));
    all.addAll(YamlTexts.in(Configs.FOLDER.resolve("invalid")));
    try {
      DocumentationTest.yaml().forEach(block -> all.add(bytes(block)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The files that configurations name stand beside them. */
  @BeforeContainer
  static void copyConfigs() throws IOException {
    folder = Files.createTempDirectory("fuzz");
    try (Stream<Path> files = Files.walk(Configs.FOLDER)) {
      for (Path file : files.sorted().skip(1).toList()) {
        Files.copy(file, folder.resolve(Configs.FOLDER.relativize(file).toString()));
      }
    }
    Files.writeString(
        folder.resolve("base.yaml"),
        """
        dataset: xor
        model: {type: mlp, hidden: [4], activation: tanh}
        loss: mse
        optimizer: sgd
        """);
  }

  @AfterContainer
  static void deleteConfigs() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(seed = "2026")
  @Tag("slow")
  void aConfigurationIsInOrderOrRefused(@ForAll("yaml") String text) {
    assertTimeoutPreemptively(LIMIT, () -> validate(text));
  }

  @Provide
  Arbitrary<String> yaml() {
    return Arbitraries.randomValue(random -> new YamlTexts(random, TEXTS).next());
  }

  private void validate(String text) throws Exception {
    Path file = folder.resolve("fuzzed.yaml");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    var out = new StringWriter();
    var err = new StringWriter();
    int code = validate(file, new PrintWriter(out), new PrintWriter(err));
    assertThat(code == 0 ? out.toString() : err.toString()).isNotBlank();
    assertThat(err.toString()).doesNotContain("Exception", "a plugin fails", "a defect of Kassei");
    if (code == 0) {
      assertThat(SCHEMA.problems(Files.readString(file))).as(text).isEmpty();
    }
  }

  private int validate(Path file, PrintWriter out, PrintWriter err) throws Exception {
    return Attempt.at(
        file,
        err,
        () -> {
          new Check(out, err).print(loader.load(file, List.of()), file);
          return 0;
        });
  }
}
