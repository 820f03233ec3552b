package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records that compile, and that configurations cannot describe, are refused as they are loaded.
 */
final class FlawsTest {
  private static final String X = "public Expr apply(Expr x) { return x; }";

  @TempDir private static Path temporary;
  private static List<PluginProblem> problems = List.of();

  /** One class around all of them, since each call of the compiler takes its time. */
  @BeforeAll
  static void load() throws IOException {
    var folder = new PluginFolder(temporary.resolve("classes"));
    folder.compile(
        "All",
        "import java.util.*; public final class All {"
            + plugin("Arrays", "double[] weights", "new double[0]")
            + plugin("Matrix", "int[][] sizes", "new int[0][]")
            + plugin("Floats", "float alpha", "1")
            + plugin("Shorts", "Optional<Short> steps", "Optional.empty()")
            + plugin("Nested", "List<float[]> tables", "List.of()")
            + plugin("Raw", "List names", "List.of()")
            + plugin("Keyed", "Map<Integer, Double> byClass", "Map.of()")
            + plugin("Filed", "java.nio.file.Path file", "java.nio.file.Path.of(\"a\")")
            + plugin("Deep", "Range range", "new Range(0, 1)")
            + plugin("Typed", "String type", "\"a\"")
            + plugin("Liked", "double like", "1")
            + plugin("Named", "String name", "\"a\"")
            + plugin("Twice", "double betaOne, double beta_one", "1, 2")
            + plugin("Pathless", "@FilePath int file", "1")
            + plugin("Inlined", "@Inline double inner", "1")
            + plugin("Helped", "Activation inner", "new Helper()")
            + plugin("Lambda", "List<Activation> inner", "List.of(x -> x.tanh())")
            + plugin("Null", "String text", "null")
            + plugin("Sample", "@Required String text", "null")
            + plugin("Good", "Span span, Map<String, List<Double>> lists", "new Span(1), Map.of()")
            + plugin("Marked", "Brief brief", "new Brief(1, 2)")
            + plugin("TwoWays", "Ways ways", "new Ways(1)")
            + " @PluginName(\"itself\") public record Itself(int size) implements Activation {"
            + " public Itself() { this(1); } @Shorthand public static Itself of(int size) { return"
            + " new Itself(size); } "
            + X
            + " }"
            + " public record Brief(@Shorthand int first, @Shorthand int second) {}"
            + " public record Ways(int size) { @Shorthand static Ways number(int size) { return new"
            + " Ways(size); } @Shorthand static Ways text(String size) { return new Ways(1); } }"
            + " public record Range(float low, double high) {}"
            + " public record Span(OptionalInt most) { Span(int most) { this(OptionalInt.of(most));"
            + " } }"
            + " public record Helper() implements Activation {"
            + X
            + " }"
            + " @PluginName(\"splitting\") public record Splitting(double split) implements"
            + " DatasetSource { public Splitting() { this(1); }"
            + " public Dataset load(Context context) { return null; } } }");
    folder.service(
        "Activation",
        "All$Arrays",
        "All$Matrix",
        "All$Floats",
        "All$Shorts",
        "All$Nested",
        "All$Raw",
        "All$Keyed",
        "All$Filed",
        "All$Deep",
        "All$Typed",
        "All$Liked",
        "All$Named",
        "All$Twice",
        "All$Pathless",
        "All$Inlined",
        "All$Helped",
        "All$Lambda",
        "All$Null",
        "All$Sample",
        "All$Marked",
        "All$TwoWays",
        "All$Itself",
        "All$Good");
    folder.service("DatasetSource", "All$Splitting");
    problems = Plugins.builtIn().and(List.of(folder.path())).problems();
  }

  private static String plugin(String type, String components, String defaults) {
    return " @PluginName(\"%s\") public record %s(%s) implements Activation { public %s() { this(%s); } %s }"
        .formatted(ComponentKey.of(type) + "_plugin", type, components, type, defaults, X);
  }

  private static List<String> of(String type) {
    return problems.stream()
        .filter(problem -> problem.type().equals("thirdparty.All$" + type))
        .map(PluginProblem::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arrays | configurations cannot hold its component 'weights' of type double[]; declare it as List<Double>",
        "Matrix | configurations cannot hold its component 'sizes' of type int[][]; declare it as List<List<Integer>>",
        "Floats | configurations cannot hold its component 'alpha' of type float; declare it as double",
        "Shorts | configurations cannot hold Short in its component 'steps' of type Optional<Short>; declare that part as Integer",
        "Nested | configurations cannot hold float[] in its component 'tables' of type List<float[]>; declare that part as List<Double>",
        "Raw | configurations cannot hold its component 'names' of type List; declare it as int, long, double, boolean, String, an enum, a record, an interface of a family, or Optional, List or Map<String, …> of these",
        "Keyed | configurations cannot hold its component 'byClass' of type Map<Integer, Double>; declare it as int, long, double, boolean, String, an enum, a record, an interface of a family, or Optional, List or Map<String, …> of these",
        "Filed | configurations cannot hold its component 'file' of type Path; declare it as String with @FilePath",
        "Deep | configurations cannot hold its component 'range.low' of type float; declare it as double",
        "Pathless | its component 'file' has @FilePath, which is for texts alone",
        "Inlined | its component 'inner' has @Inline, which is for an interface of a family or a Map<String, …>"
      })
  void aComponentThatYamlCannotHoldIsRefused(String type, String message) {
    assertThat(of(type)).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource({"Typed, type", "Liked, like", "Named, name"})
  void aKeyThatMeansSomethingElseIsRefused(String type, String component) {
    assertThat(of(type))
        .containsExactly(
            "its component '%s' has a key that means something else in configurations; give it another name than type, like, name"
                .formatted(component));
  }

  @Test
  void aKeyThatStandsBesideDataSetsIsRefused() {
    assertThat(of("Splitting"))
        .containsExactly(
            "its component 'split' has a key that means something else in configurations; give it"
                + " another name than type, like, name, split, standardize, target, augment");
    assertThat(ReservedKeys.BESIDE_DATASETS).isEqualTo(RecordShape.of(DatasetConfig.class).keys());
  }

  @Test
  void twoComponentsOfOneKeyAreRefused() {
    assertThat(of("Twice"))
        .containsExactly(
            "its components 'betaOne' and 'beta_one' have the same key 'beta_one' in"
                + " configurations; rename one");
  }

  @Test
  void aDefaultThatHasNoNameIsRefused() {
    assertThat(of("Helped"))
        .containsExactly(
            "its default of 'inner' is thirdparty.All$Helper without @PluginName, so configurations"
                + " cannot name it; let it be a plugin of its own");
    assertThat(of("Lambda"))
        .containsExactly(
            "its default of 'inner' is a lambda, so configurations cannot name it; let it be a"
                + " plugin of its own");
  }

  @Test
  void aDefaultThatIsNullIsRefused() {
    assertThat(of("Null"))
        .containsExactly("its default of 'text' is null; give it a value, or declare an Optional");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Good", "Sample"})
  void whatConfigurationsCanHoldIsTaken(String type) {
    assertThat(of(type)).isEmpty();
  }

  @Test
  void aShorthandThatWouldBeIgnoredIsRefused() {
    assertThat(of("Marked"))
        .containsExactly(
            "@Shorthand is for a static factory with one parameter that returns Brief, but is on"
                + " 'first'",
            "@Shorthand is for a static factory with one parameter that returns Brief, but is on"
                + " 'second'");
    assertThat(of("TwoWays"))
        .containsExactly(
            "@Shorthand is on 'number' and 'text' of Ways; only one can be meant, so"
                + " leave one");
    assertThat(of("Itself"))
        .containsExactly(
            "@Shorthand on 'of' does nothing in a plugin, which its name is short for; leave it out");
  }

  @Test
  void aPluginOnTheClassPathIsLookedAtAsThoseOfJars() throws IOException {
    String annotation = "@PluginName(\"floating\") ";
    Path classes =
        new PluginFolder(temporary.resolve("class-path"))
            .compile(
                "Floating",
                annotation
                    + "public record Floating(float a, Activation inner) implements Activation {"
                    + " public Floating() { this(1, x -> x); }"
                    + X
                    + " }")
            .compile(
                "Lambda",
                "@PluginName(\"lambda\") public record Lambda(Activation inner) implements"
                    + " Activation { public Lambda() { this(x -> x); } "
                    + X
                    + " }")
            .service("Activation", "Floating", "Lambda")
            .path();
    try (var loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, FlawsTest.class.getClassLoader())) {
      Catalogue<Activation> found =
          new Discovery<>(Families.ACTIVATION)
              .in(List.of(PluginSource.builtIn(loader)), List.of())
              .tried();
      assertThat(found.problems())
          .extracting(PluginProblem::toString)
          .contains(
              "built in: thirdparty.Floating: configurations cannot hold its component 'a' of type"
                  + " float; declare it as double",
              "built in: thirdparty.Lambda: its default of 'inner' is a lambda, so configurations"
                  + " cannot name it; let it be a plugin of its own");
    }
  }

  @Test
  void aPluginThatNothingListsIsNamed() throws IOException {
    Path jar =
        new PluginFolder(temporary.resolve("unlisted"))
            .activation("Listed", "@PluginName(\"listed\")")
            .activation("Lost", "@PluginName(\"lost\")")
            .service("Activation", "Listed")
            .jar("unlisted.jar");

    assertThat(Plugins.builtIn().and(List.of(jar)).problems())
        .extracting(PluginProblem::toString)
        .contains(
            jar
                + ": thirdparty.Lost: it has @PluginName, but nothing lists it; add the line"
                + " thirdparty.Lost to META-INF/services/dev.kassei.api.Activation")
        .noneMatch(problem -> problem.contains("Listed"));
  }

  @Test
  void aNameOfTwoJarsIsReportedInOneLine() throws IOException {
    Path first = wave("first", "x.sin()");
    Path second = wave("second", "x.cos()");

    assertThat(Plugins.builtIn().and(List.of(first, second)).problems())
        .extracting(PluginProblem::toString)
        .filteredOn(problem -> problem.contains("'wave'"))
        .containsExactly(
            "%s: thirdparty.Wave: the activation name 'wave' is taken by thirdparty.Wave (%s); choose another @PluginName"
                .formatted(second, first));
  }

  private static Path wave(String name, String formula) throws IOException {
    return new PluginFolder(temporary.resolve(name))
        .compile(
            "Wave",
            "@PluginName(\"wave\") public record Wave() implements Activation {"
                + " public Expr apply(Expr x) { return %s; } }".formatted(formula))
        .service("Activation", "Wave")
        .jar(name + ".jar");
  }
}
