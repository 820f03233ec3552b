package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.api.Activation;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.config.Split;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in {@code docs} and {@code README.md} is true: each block of YAML can be loaded,
 * alone or over a base; each wrong one is refused with the report that follows it; and no key and
 * no plugin is left out.
 */
public class DocumentationTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path CONFIGURATION = DOCS.resolve("configuration.md");
  private static final Path LEARNING = DOCS.resolve("learning.md");
  private static final Path LAYERS = DOCS.resolve("layers.md");
  private static final Path RESULTS = DOCS.resolve("results.md");
  private static final String BASE = "base.yaml";
  private static final Set<String> INLINE = Set.of("source");

  @TempDir private Path temporary;

  @BeforeEach
  void writeBase() throws IOException {
    Path base = temporary.resolve(BASE);
    Files.writeString(
        base,
        """
        dataset: xor
        model: {type: mlp, hidden: [4], activation: tanh}
        loss: mse
        optimizer: sgd
        """);
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    var block =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    return block.matcher(Files.readString(page)).results().map(match -> match.group(1)).toList();
  }

  public static List<String> yaml() throws IOException {
    var all = new ArrayList<String>();
    for (Path page : PagesTest.pages()) {
      all.addAll(blocks(page, "yaml"));
    }
    return all;
  }

  private void load(String name, String yaml) throws IOException {
    Path file = Files.writeString(temporary.resolve(name), yaml);
    new FileLoader(Plugins.builtIn()).load(file, List.of());
  }

  /** The pages that describe what can stand in a configuration. */
  private static String reference() throws IOException {
    return Files.readString(CONFIGURATION) + Files.readString(LAYERS) + Files.readString(LEARNING);
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void examplesAreConfigurations(String block) throws IOException {
    boolean whole =
        block.contains("extends: ")
            || Stream.of("dataset", "model", "loss", "optimizer")
                .allMatch(key -> ("\n" + block).contains("\n" + key + ":"));
    String yaml = whole ? block : "extends: " + BASE + "\n" + block;
    // the jar is an example; whether a jar is found is tested with jars
    load("example.yaml", yaml.replaceAll("(?m)^plugins: .*\n", ""));
  }

  @Test
  void mistakesAreReportedAsShown() throws IOException {
    List<String> wrong = blocks(CONFIGURATION, "wrong");
    List<String> reports = blocks(CONFIGURATION, "report");
    assertThat(reports).hasSameSizeAs(wrong).isNotEmpty();
    for (int i = 0; i < wrong.size(); i++) {
      String yaml = wrong.get(i);
      String report = reports.get(i);
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> load("wrong.yaml", yaml))
          .satisfies(
              refusal ->
                  assertThat(refusal.getMessage().replace(temporary + "/", "") + "\n")
                      .isEqualTo(report));
    }
  }

  @Test
  void everyKeyIsDescribed() throws IOException {
    String page = reference();
    Stream<Class<?>> settings =
        Stream.of(
            ExperimentConfig.class,
            Seeds.class,
            DatasetConfig.class,
            Split.class,
            Training.class,
            LayerStatistics.class,
            Plots.class,
            Plots.Surface.class);
    Stream<Class<?>> plugins =
        Families.ALL.stream()
            .flatMap(family -> Plugins.builtIn().of(family).entries().stream())
            .<Class<?>>map(PluginEntry::type)
            .filter(type -> !Activation.class.isAssignableFrom(type));
    assertThat(Stream.concat(settings, plugins).flatMap(DocumentationTest::keys).distinct())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void everyPluginIsNamed() throws IOException {
    String page = reference() + Files.readString(ActivationPage.DOCS.resolve(ActivationPage.PAGE));
    assertThat(
            Families.ALL.stream()
                .flatMap(family -> Plugins.builtIn().of(family).entries().stream())
                .map(PluginEntry::name))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void everyFileOfARunAndEveryKeyOfItsRecordIsDescribed() throws IOException {
    String page = Files.readString(RESULTS);
    Path folder =
        Invocation.of(
                "run",
                Configs.MLP,
                "--out",
                temporary,
                "--set",
                "training.epochs=1",
                "--set",
                "layer_statistics=train",
                "--set",
                "dataset.standardize=true")
            .done()
            .folder();
    Object record = JsonText.read(Files.readString(folder.resolve("run.json")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(14)
          .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
    assertThat(JsonText.map(record).keySet())
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(JsonText.map(JsonText.at(record, "data")).keySet())
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(
            Stream.of(Preparation.class, InputColumns.class, TargetColumn.class, TextFormat.class)
                .flatMap(DocumentationTest::keys))
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  private static Stream<String> keys(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !INLINE.contains(name))
        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }
}
