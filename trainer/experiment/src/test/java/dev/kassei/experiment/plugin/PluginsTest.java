package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Activation;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Optimizer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginsTest {
  @TempDir private Path temporary;

  private PluginFolder folder() {
    return new PluginFolder(temporary.resolve("classes"));
  }

  private static Catalogue<?> activations(Path... paths) {
    return Plugins.builtIn().and(List.of(paths)).of(Families.ACTIVATION);
  }

  /** Among the plugins of these tests is one whose constructor fails. */
  static List<PluginProblem> problemsBesideFragile(Plugins plugins) {
    return plugins.problems().stream()
        .filter(problem -> !problem.type().endsWith(".Fragile"))
        .toList();
  }

  @Test
  void builtInPluginsNeedNoPath() {
    var relu = Plugins.builtIn().of(Families.ACTIVATION).find("leaky_relu").orElseThrow();

    assertThat(relu.title()).isEqualTo("Leaky ReLU");
    assertThat(relu.origin()).isEqualTo("built in");
    assertThat(relu.defaults()).hasToString("LeakyRelu[alpha=0.01]");
    assertThat(problemsBesideFragile(Plugins.builtIn())).isEmpty();
  }

  @Test
  void namesAreSorted() {
    assertThat(Plugins.builtIn().of(Families.ACTIVATION).names()).isSorted().contains("relu");
  }

  @Test
  void optimizersAndMinimizersAreOneFamily() {
    Catalogue<LearningAlgorithm> optimizers = Plugins.builtIn().of(Families.OPTIMIZER);

    assertThat(optimizers.names()).contains("adam", "one_step", "sgd");
    assertThat(optimizers.only(Optimizer.class).names()).contains("sgd").doesNotContain("one_step");
    assertThat(Families.of(Optimizer.class)).contains(Families.OPTIMIZER);
  }

  @Test
  void activationsAreLayersToo() {
    assertThat(Plugins.builtIn().of(Families.LAYER).names()).contains("dense", "relu");
  }

  @Test
  void aJarAFolderOfJarsAndAFolderOfClassesHoldPlugins() throws IOException {
    PluginFolder classes =
        folder().activation("Wave", "@PluginName(\"wave\")").service("Activation", "Wave");
    Path jar = classes.jar("jars/wave.jar");

    for (Path path : List.of(jar, jar.getParent(), classes.path())) {
      var wave = activations(path).find("wave").orElseThrow();
      assertThat(wave.origin()).startsWith(path.toString());
      assertThat(wave.defaults()).hasToString("Wave[]");
    }
  }

  @Test
  void aReferenceIsKnownWithoutRunningThePlugin() throws IOException {
    Path classes =
        folder()
            .compile(
                "Loud",
                "@PluginName(\"loud\") @Reference(\"Somebody 2020\") public record Loud()"
                    + " implements Activation { static { boom(); } static void boom() { throw new"
                    + " IllegalStateException(\"boom\"); } public Expr apply(Expr x) { return x; }"
                    + " }")
            .service("Activation", "Loud")
            .path();

    Plugins plugins = Plugins.builtIn().and(List.of(classes));
    var loud = plugins.of(Families.ACTIVATION).find("loud").orElseThrow();

    assertThat(loud.reference()).contains("Somebody 2020");
    var failure = catchThrowableOfType(PluginException.class, loud::defaults);
    assertThat(failure.problem().toString())
        .isEqualTo(
            classes
                + ": thirdparty.Loud: a static initializer fails: java.lang.IllegalStateException:"
                + " boom");
    assertThat(plugins.problems())
        .extracting(PluginProblem::type)
        .containsOnlyOnce("thirdparty.Loud");
  }

  @Test
  void aConstructorThatFailsIsAProblemOfItsPlugin() throws IOException {
    Path classes =
        folder()
            .activation("Fine", "@PluginName(\"fine\")")
            .compile(
                "Loud",
                "@PluginName(\"loud\") public record Loud() implements Activation {"
                    + " public Loud { throw new IllegalStateException(\"boom\"); }"
                    + " public Expr apply(Expr x) { return x; } }")
            .service("Activation", "Loud", "Fine")
            .path();
    Plugins plugins = Plugins.builtIn().and(List.of(classes));

    assertThat(plugins.of(Families.ACTIVATION).tried().names())
        .contains("fine")
        .doesNotContain("loud");
    assertThat(plugins.problems())
        .extracting(PluginProblem::toString)
        .contains(
            classes
                + ": thirdparty.Loud: its constructor without arguments fails:"
                + " java.lang.IllegalStateException: boom");
  }

  @Test
  void aFailureIsThatOfThePluginInWhoseCodeItArose() throws IOException {
    Path classes =
        folder()
            .compile(
                "Rude",
                "@PluginName(\"rude\") public record Rude() implements Activation {"
                    + " public Expr apply(Expr x) { return java.util.List.<Expr>of().get(3); } }")
            .service("Activation", "Rude")
            .path();
    var rude = (Activation) activations(classes).find("rude").orElseThrow().defaults();

    var failure =
        catchThrowableOfType(
            RuntimeException.class, () -> rude.apply(Expr.input("x", Shape.batch(1))));

    assertThat(PluginFailure.of(new IllegalStateException(failure)))
        .hasValueSatisfying(
            problem ->
                assertThat(problem.toString())
                    .startsWith(classes + ": thirdparty.Rude: it fails in line 1: "));
    assertThat(PluginFailure.of(new IllegalStateException("our own"))).isEmpty();
  }

  @Test
  void brokenPluginsAreReportedAndTheOthersLiveOn() throws IOException {
    PluginFolder classes =
        folder()
            .activation("Fine", "@PluginName(\"fine\")")
            .activation("Unnamed", "")
            .activation("Shouting", "@PluginName(\"LOUD\")")
            .compile(
                "Plain",
                "@PluginName(\"plain\") public final class Plain implements Activation {"
                    + " public Expr apply(Expr x) { return x; } }")
            .compile(
                "Bare",
                "@PluginName(\"bare\") public record Bare(double a) implements Activation {"
                    + " public Expr apply(Expr x) { return x; } }")
            .compile(
                "Hidden",
                "@PluginName(\"hidden\") record Hidden() implements Activation {"
                    + " public Hidden {} public Expr apply(Expr x) { return x; } }")
            .compile("Gone", "public interface Gone {}")
            .compile(
                "Orphan",
                "@PluginName(\"orphan\") public record Orphan() implements Activation, Gone {"
                    + " public Expr apply(Expr x) { return x; } }")
            .compile("Other", "@PluginName(\"other\") public record Other() {}")
            .service(
                "Activation",
                "Unnamed",
                "Shouting",
                "Plain",
                "Bare",
                "Hidden",
                "Orphan",
                "Missing",
                "Other",
                "Fine");
    Files.delete(classes.path().resolve("thirdparty/Gone.class"));
    Path jar = classes.jar("mixed.jar");

    Catalogue<?> activations = activations(jar);

    assertThat(activations.find("fine")).isPresent();
    assertThat(activations.problems())
        .allMatch(problem -> problem.origin().equals(jar.toString()))
        .extracting(problem -> problem.type() + ": " + problem.message())
        .containsExactly(
            "thirdparty.Unnamed: it has no @PluginName; add one above the record",
            "thirdparty.Shouting: @PluginName(\"LOUD\") must be lower-case letters, digits and"
                + " underscores, a letter first",
            "thirdparty.Plain: it must be a public record",
            "thirdparty.Bare: it has no public constructor without arguments, which holds the"
                + " defaults; add 'public Bare() { this(…); }'",
            "thirdparty.Hidden: it must be a public record",
            "thirdparty.Orphan: its class cannot be read: java.lang.NoClassDefFoundError:"
                + " thirdparty/Gone"
                + PluginCodeTest.MISSING,
            "thirdparty.Missing: META-INF/services/dev.kassei.api.Activation lists it, but there is"
                + " no such class",
            "thirdparty.Other: META-INF/services/dev.kassei.api.Activation lists it, but it does not"
                + " implement dev.kassei.api.Activation");
  }

  @Test
  void anActivationThatIsListedAsALayerIsToldWhereItBelongs() throws IOException {
    PluginFolder classes =
        new PluginFolder(temporary.resolve("misplaced"))
            .compile(
                "Misplaced",
                "@PluginName(\"misplaced\") public record Misplaced() implements Activation {"
                    + " public Expr apply(Expr x) { return x; } }")
            .service("Layer", "Misplaced");
    assertThat(Plugins.builtIn().and(List.of(classes.path())).problems())
        .filteredOn(problem -> problem.origin().equals(classes.path().toString()))
        .extracting(problem -> problem.type() + ": " + problem.message())
        .containsExactly(
            "thirdparty.Misplaced: META-INF/services/dev.kassei.api.Layer lists it, but it is more,"
                + " dev.kassei.api.Activation; list it in"
                + " META-INF/services/dev.kassei.api.Activation");
  }

  @Test
  void aNameThatIsTakenIsRefusedWithBothOrigins() throws IOException {
    Path jar =
        folder()
            .activation("MyRelu", "@PluginName(\"relu\")")
            .service("Activation", "MyRelu")
            .jar("mine.jar");

    Catalogue<?> activations = activations(jar);

    assertThat(activations.find("relu").orElseThrow().origin()).isEqualTo("built in");
    assertThat(activations.problems())
        .singleElement()
        .asString()
        .isEqualTo(
            jar
                + ": thirdparty.MyRelu: the activation name 'relu' is taken by"
                + " dev.kassei.fixtures.plugins.Relu (built in); choose another @PluginName");
  }

  @Test
  void oneNameForALayerAndAnActivationIsRefused() throws IOException {
    Path classes =
        folder()
            .compile(
                "Tie",
                "@PluginName(\"tanh\") public record Tie() implements Layer {"
                    + " public Expr apply(Expr x) { return x; } }")
            .service("Layer", "Tie")
            .path();

    Plugins plugins = Plugins.builtIn().and(List.of(classes));

    assertThat(problemsBesideFragile(plugins))
        .singleElement()
        .extracting(PluginProblem::message)
        .asString()
        .startsWith("the layer name 'tanh' is taken by");
  }

  @Test
  void aPluginSeesTheApiAndNotItsHost() throws IOException {
    Path classes =
        folder()
            .compile(
                "Curious",
                "@PluginName(\"curious\") public record Curious(String found) implements Activation"
                    + " { public Curious() { this(look()); } static String look() { try { return"
                    + " Class.forName(\"dev.kassei.experiment.plugin.Plugins\").getName(); } catch"
                    + " (ClassNotFoundException e) { return \"nothing\"; } } public Expr apply(Expr"
                    + " x) { return x; } }")
            .service("Activation", "Curious")
            .path();

    assertThat(activations(classes).find("curious").orElseThrow().defaults())
        .hasToString("Curious[found=nothing]");
  }

  @Test
  void twoJarsDoNotSeeEachOther() throws IOException {
    Path first =
        new PluginFolder(temporary.resolve("first"))
            .activation("Same", "@PluginName(\"first\")")
            .service("Activation", "Same")
            .jar("first.jar");
    Path second =
        new PluginFolder(temporary.resolve("second"))
            .activation("Same", "@PluginName(\"second\")")
            .service("Activation", "Same")
            .jar("second.jar");

    assertThat(activations(first, second).names()).contains("first", "second");
  }

  @Test
  void aNameOfTwoJarsIsKnownToBeAmbiguous() throws IOException {
    Path first = wave("first", "x.sin()");
    Path second = wave("second", "x.cos()");

    var wave = activations(first, second).find("wave").orElseThrow();

    assertThat(wave.ambiguity("wave"))
        .contains(
            "'wave' is both thirdparty.Wave (%s) and thirdparty.Wave (%s); leave one of them out, or give"
                    .formatted(first, second)
                + " one another @PluginName");
  }

  @Test
  void aJarAndItsCopyHoldOnePlugin() throws IOException {
    Path jar = wave("first", "x.sin()");
    Path copy = Files.copy(jar, temporary.resolve("copy.jar"));

    Catalogue<?> activations = activations(jar, copy, jar);

    assertThat(activations.find("wave").orElseThrow().ambiguity("wave")).isEmpty();
    assertThat(activations.problems()).isEmpty();
  }

  private Path wave(String name, String formula) throws IOException {
    return new PluginFolder(temporary.resolve(name))
        .compile(
            "Wave",
            "@PluginName(\"wave\") public record Wave() implements Activation {"
                + " public Expr apply(Expr x) { return %s; } }".formatted(formula))
        .service("Activation", "Wave")
        .jar(name + ".jar");
  }

  @Test
  void aPathWithoutPluginsIsRefused() throws IOException {
    Path text = Files.writeString(temporary.resolve("text.jar"), "no jar");
    Path empty = Files.createDirectories(temporary.resolve("empty"));
    Path unlisted = folder().activation("Lost", "@PluginName(\"lost\")").jar("lost.jar");
    Path library =
        new PluginFolder(temporary.resolve("library"))
            .text("notes.txt", "no plugins")
            .jar("library.jar");

    assertThatThrownBy(() -> activations(text)).hasMessageContaining("is not a jar");
    assertThatThrownBy(() -> activations(unlisted))
        .hasMessageEndingWith(
            "lost.jar lists none of its plugins; add the line thirdparty.Lost to"
                + " META-INF/services/dev.kassei.api.Activation");
    assertThatThrownBy(() -> activations(library))
        .hasMessageEndingWith(
            "library.jar lists no plugins; write the name of each class into a file such as"
                + " META-INF/services/dev.kassei.api.Activation");
    assertThatThrownBy(() -> activations(empty))
        .hasMessageEndingWith("holds neither jars nor META-INF/services");
    assertThatThrownBy(() -> activations(temporary.resolve("none")))
        .hasMessageEndingWith("does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MANIFEST.MF | Manifest-Version: 1.0%nClass-Path: lib/h.jar%n"
            + " | the Class-Path of its manifest names others: lib/h.jar",
        "INDEX.LIST | JarIndex-Version: 1.0%n | it has an index of jars, META-INF/INDEX.LIST"
      })
  void aJarWhoseClassesAreInOtherJarsIsRefused(String file, String content, String found)
      throws IOException {
    PluginFolder folder =
        folder()
            .activation("Spread", "@PluginName(\"spread\")")
            .service("Activation", "Spread")
            .text("META-INF/" + file, content.formatted());
    Path jar = folder.jar("spread.jar");

    assertThatThrownBy(() -> activations(jar))
        .hasMessage(
            "the classes of the plugin jar %s must be in it or in jars of lib/ beside it, but %s; put them there, and leave that out"
                .formatted(jar, found));
  }

  @Test
  void aLibraryBesideJarsOfPluginsMayNameOthers() throws IOException {
    Path jars = temporary.resolve("jars");
    folder()
        .activation("Whole", "@PluginName(\"whole\")")
        .service("Activation", "Whole")
        .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0%nClass-Path: %n".formatted())
        .jar("jars/whole.jar");
    new PluginFolder(temporary.resolve("library"))
        .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0%nClass-Path: h.jar%n".formatted())
        .jar("jars/library.jar");

    assertThat(activations(jars).find("whole")).isPresent();
  }
}
