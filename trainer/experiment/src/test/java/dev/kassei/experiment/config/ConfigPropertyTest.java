package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.plugins.Everything;
import dev.kassei.fixtures.plugins.Everything.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ConfigPropertyTest {
  private static final String VALID =
      """
      name: fuzz
      x-he: &he {initializer: he_normal}
      seed: {data: 0, split: 0}
      dataset: {type: csv, path: a.csv, label: y, split: {train: .6, validation: .2, test: .2}}
      model:
        <<: *he
        type: mlp
        hidden: [16, 8]
        activation: [relu, {name: mine, formula: "x * b", parameters: {b: 1.7}}]
      loss: mse
      optimizer: sgd
      optimizer.learning_rate: 1e-2
      training: {epochs: 3, batch_size: all}
      """;

  private static final ConfigLoader LOADER = new ConfigLoader(Plugins.builtIn());
  private static Path file = Path.of("");

  @BeforeContainer
  static void createFile() throws IOException {
    file = Files.createTempFile("fuzz", ".yaml");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  private static void load(byte[] bytes, String... settings) throws IOException {
    Files.write(file, bytes);
    try {
      LoadedConfig config = LOADER.load(file, List.of(settings));
      String effective = config.effective();
      Files.writeString(file, effective);
      LoadedConfig again = LOADER.load(file, List.of());
      assertThat(again.experiment()).as(effective).isEqualTo(config.experiment());
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
      // an excerpt of a formula is indented
      assertThat(e.getMessage().lines().filter(line -> !line.startsWith("  ")))
          .hasSameSizeAs(e.problems());
    }
  }

  @Example
  void theUnchangedConfigurationIsLoaded() throws IOException {
    Files.writeString(file, VALID);
    assertThat(LOADER.load(file, List.of()).experiment().name()).isEqualTo("fuzz");
  }

  @Property(tries = 200)
  void anyTextIsLoadedOrRefused(@ForAll String text) throws IOException {
    load(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void anyBytesAreLoadedOrRefused(@ForAll byte[] bytes) throws IOException {
    load(bytes);
  }

  @Property(tries = 200)
  void yamlLikeTextIsLoadedOrRefused(@ForAll("yamlLike") String text) throws IOException {
    load(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void aChangedConfigurationIsLoadedOrRefused(@ForAll("changed") String text) throws IOException {
    load(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void anySettingIsTakenOrRefused(@ForAll("setting") String setting) throws IOException {
    load(VALID.getBytes(StandardCharsets.UTF_8), setting);
  }

  @Provide
  Arbitrary<String> yamlLike() {
    return tokens().list().ofMaxSize(60).map(tokens -> String.join("", tokens));
  }

  private static Arbitrary<String> tokens() {
    return Arbitraries.of(
        "name",
        "model",
        "type",
        "mlp",
        "hidden",
        "x-a",
        "<<",
        "like",
        "formula",
        "a",
        "1",
        "~",
        "1e400",
        ".nan",
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "? ",
        "!!str ",
        "!",
        "|",
        ">",
        "'",
        "\"",
        "#",
        "---\n",
        "...\n",
        "%",
        ".",
        "\t",
        "@",
        "\uFEFF",
        "\u2028",
        "\uD83D\uDE00",
        "extends: ",
        "plugins: ",
        "seed",
        "training",
        "optimizer.learning_rate",
        "batch_size",
        "all",
        "split",
        "dataset",
        "csv",
        "0x1F");
  }

  @Provide
  Arbitrary<String> changed() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, VALID.length()),
                Arbitraries.integers().between(0, 12),
                Arbitraries.frequencyOf(
                    Tuple.of(3, tokens()),
                    Tuple.of(1, Arbitraries.just("")),
                    Tuple.of(1, Arbitraries.strings().ofMaxLength(3))))
            .as(Change::new);
    return change.list().ofMinSize(1).ofMaxSize(4).map(ConfigPropertyTest::apply);
  }

  private record Change(int at, int length, String replacement) {}

  private static String apply(List<Change> changes) {
    String text = VALID;
    for (Change change : changes) {
      int from = Math.min(change.at(), text.length());
      int to = Math.min(text.length(), from + change.length());
      text = text.substring(0, from) + change.replacement() + text.substring(to);
    }
    return text;
  }

  @Provide
  Arbitrary<String> setting() {
    Arbitrary<String> path =
        Arbitraries.of(
            "model",
            "model.type",
            "model.activation",
            "model.activation.alpha",
            "seed.weights",
            "seed",
            "dataset",
            "dataset.split",
            "training.batch_size",
            "name",
            "metrics",
            "x-a.b",
            "optimizer.learning_rate.x",
            "plugins",
            "format",
            "");
    return Combinators.combine(path, yamlLike()).as((name, value) -> name + "=" + value);
  }

  /** The edge cases are among the values; all combinations of jqwik's are too many. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsPrintedReadsBack(@ForAll("everything") Everything everything) {
    String text = new EffectiveConfig(new PluginNames()).text(everything);

    assertThat(LOADER.plugin(Families.ACTIVATION, "printed", text).plugin())
        .as(text)
        .isEqualTo(everything);
  }

  @Provide
  Arbitrary<Everything> everything() {
    Arbitrary<Double> number =
        Arbitraries.oneOf(
            Arbitraries.longs().map(Double::longBitsToDouble).filter(x -> !Double.isNaN(x)),
            Arbitraries.of(0.0, -0.0, 0.1, 1e-7, 1e22, Double.NaN, Double.NEGATIVE_INFINITY));
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings(),
            Arbitraries.strings().ascii(),
            Arbitraries.of(
                "~", "true", "7", "- a", "a: b", "#", "&a", "*a", "..", "---", " a", "é"));
    Arbitrary<Point> point = Combinators.combine(number, number).as(Point::new);
    return Combinators.combine(
            number,
            text,
            text.optional(),
            number.list().ofMaxSize(30),
            text.list(),
            point,
            point.list().ofMaxSize(3),
            Arbitraries.longs())
        .as(ConfigPropertyTest::everything);
  }

  private static Everything everything(
      double rate,
      String text,
      Optional<String> note,
      List<Double> numbers,
      List<String> words,
      Point point,
      List<Point> points,
      long bits) {
    return new Everything(
        (int) bits,
        bits,
        rate,
        bits % 2 == 0,
        text,
        bits % 3 == 0 ? Precision.FLOAT32 : Precision.FLOAT64,
        note,
        bits % 5 == 0 ? OptionalInt.empty() : OptionalInt.of((int) bits),
        bits % 7 == 0 ? OptionalLong.empty() : OptionalLong.of(bits),
        bits % 11 == 0 ? OptionalDouble.empty() : OptionalDouble.of(rate),
        numbers,
        words,
        parameters(numbers),
        point,
        points.stream().findFirst(),
        points,
        Optional.empty(),
        List.of());
  }

  private static Map<String, Double> parameters(List<Double> numbers) {
    return IntStream.range(0, numbers.size())
        .boxed()
        .collect(Collectors.toMap(i -> "p" + i, numbers::get, (a, b) -> a, LinkedHashMap::new));
  }
}
