package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that were built for another version of Java or of the api are refused, and say so. */
class OtherVersionTest {
  @TempDir private Path temporary;

  private PluginFolder folder() {
    return new PluginFolder(temporary.resolve("classes"));
  }

  private static Catalogue<?> activations(Path... paths) {
    return Plugins.builtIn().and(List.of(paths)).of(Families.ACTIVATION);
  }

  @Test
  void aPluginForANewerJavaSaysWhichOne() throws IOException {
    Path classes =
        folder()
            .activation("Late", "@PluginName(\"late\")")
            .ofJava("Late", 99)
            .activation("Fine", "@PluginName(\"fine\")")
            .service("Activation", "Late", "Fine")
            .path();

    Catalogue<?> activations = activations(classes);

    assertThat(activations.find("fine")).isPresent();
    assertThat(activations.problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "%s: thirdparty.Late: it was built for Java 99, but this is Java %s; build it with"
                    .formatted(classes, Runtime.version().feature())
                + " --release 17, which runs everywhere");
  }

  @Test
  void aPluginThatLacksAMethodOfTheApiIsRefusedAsItIsFound() throws IOException {
    Path classes =
        folder()
            .otherApi("Metric", "public interface Metric { double score(); }")
            .compile(
                "Old",
                "@PluginName(\"old\") public record Old() implements Metric {"
                    + " public double score() { return 1; } }")
            .service("Metric", "Old")
            .path();

    assertThat(Plugins.builtIn().and(List.of(classes)).of(Families.METRIC).problems())
        .singleElement()
        .asString()
        .isEqualTo(
            classes
                + ": thirdparty.Old: it has no method value of dev.kassei.api.Metric: it was built"
                + " for another version of kassei-api; build it with the present one");
  }

  @Test
  void aPluginThatCallsWhatTheApiLacksIsNamedWithTheLine() throws IOException {
    Path classes =
        folder()
            .otherApi(
                "value.Requirements",
                "public final class Requirements { public static void gone() {} }")
            .compile(
                "Caller",
                "@PluginName(\"caller\") public record Caller() implements Activation {"
                    + " public Expr apply(Expr x) { Requirements.gone(); return x; } }")
            .compile(
                "Maker",
                "@PluginName(\"maker\") public record Maker() implements Activation {"
                    + " public Maker { Requirements.gone(); }"
                    + " public Expr apply(Expr x) { return x; } }")
            .service("Activation", "Caller", "Maker")
            .path();
    var caller = (Activation) activations(classes).find("caller").orElseThrow().defaults();

    var failure =
        catchThrowableOfType(
            NoSuchMethodError.class, () -> caller.apply(Expr.input("x", Shape.batch(1))));

    assertThat(PluginFailure.of(failure).orElseThrow().toString())
        .startsWith(
            classes + ": thirdparty.Caller: it fails in line 1: java.lang.NoSuchMethodError")
        .endsWith("built for another version of kassei-api; build it with the present one");
    assertThat(PluginsTest.problemsBesideFragile(Plugins.builtIn().and(List.of(classes))))
        .singleElement()
        .asString()
        .startsWith(
            classes
                + ": thirdparty.Maker: its constructor without arguments fails:"
                + " java.lang.NoSuchMethodError")
        .endsWith("build it with the present one");
  }

  @Test
  void aPluginWhoseMethodsNeedAClassThatTheApiLacksIsKnownByItsName() throws IOException {
    Path classes =
        folder()
            .otherApi(
                "Initializer",
                "public interface Initializer { record Fans(int in, int out) {}"
                    + " Initializer scaled(Fans fans); }")
            .compile(
                "OldInit",
                "@PluginName(\"oldinit\") public record OldInit() implements Initializer {"
                    + " public Initializer scaled(Initializer.Fans fans) { return this; } }")
            .service("Initializer", "OldInit")
            .path();

    Catalogue<?> initializers = Plugins.builtIn().and(List.of(classes)).of(Families.INITIALIZER);

    assertThat(initializers.problems())
        .containsExactly(
            new PluginProblem(
                "oldinit",
                "thirdparty.OldInit",
                classes.toString(),
                "its class cannot be read: java.lang.NoClassDefFoundError:"
                    + " dev/kassei/api/Initializer$Fans; it was built for another version of"
                    + " kassei-api; build it with the present one"));
  }

  @Test
  void aPluginThatNeedsAClassThatTheApiLacksIsOfAnotherVersion() throws IOException {
    PluginFolder folder =
        folder()
            .otherApi("Gone", "public final class Gone { public static void call() {} }")
            .otherApi("Role", "public interface Role {}")
            .compile(
                "Actor",
                "@PluginName(\"actor\") public record Actor() implements Activation, Role {"
                    + " public Expr apply(Expr x) { return x; } }")
            .compile(
                "Caller",
                "@PluginName(\"caller\") public record Caller() implements Activation {"
                    + " public Expr apply(Expr x) { Gone.call(); return x; } }")
            .service("Activation", "Actor", "Caller");

    assertThat(activations(folder.path()).problems())
        .singleElement()
        .asString()
        .endsWith(
            "thirdparty.Actor: its class cannot be read: java.lang.NoClassDefFoundError:"
                + " dev/kassei/api/Role; it was built for another version of kassei-api; build it"
                + " with the present one");
    assertThat(failure(folder.path(), "caller"))
        .endsWith(
            "thirdparty.Caller: it fails in line 1: java.lang.ClassNotFoundException:"
                + " dev.kassei.api.Gone; it was built for another version of kassei-api; build it"
                + " with the present one");
  }

  @Test
  void aPluginThatLacksAClassOfItsOwnIsNotOfAnotherVersion() throws IOException {
    PluginFolder folder =
        folder()
            .compile("Help", "public final class Help { public static void call() {} }")
            .compile(
                "Lonely",
                "@PluginName(\"lonely\") public record Lonely() implements Activation {"
                    + " public Expr apply(Expr x) { Help.call(); return x; } }")
            .service("Activation", "Lonely");
    Files.delete(folder.path().resolve("thirdparty/Help.class"));

    assertThat(failure(folder.path(), "lonely"))
        .endsWith(
            "it fails in line 1: java.lang.ClassNotFoundException: thirdparty.Help"
                + PluginCodeTest.MISSING);
  }

  private static String failure(Path path, String name) {
    var plugin = (Activation) activations(path).find(name).orElseThrow().defaults();
    var failure =
        catchThrowableOfType(
            LinkageError.class, () -> plugin.apply(Expr.input("x", Shape.batch(1))));
    return PluginFailure.of(failure).orElseThrow().toString();
  }
}
