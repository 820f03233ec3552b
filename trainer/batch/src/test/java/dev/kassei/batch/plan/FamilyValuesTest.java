package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family names the plugins that it leaves out because they cannot be used. */
class FamilyValuesTest {
  @TempDir private Path temporary;

  @BeforeEach
  void compile() throws IOException {
    new PluginFolder(temporary.resolve("classes"))
        .compile(
            "Loud",
            "@PluginName(\"loud\") public record Loud() implements Activation {"
                + " public Loud { throw new IllegalStateException(\"boom\"); }"
                + " public Expr apply(Expr x) { return x; } }")
        .compile(
            "Rude",
            "@PluginName(\"rude\") public record Rude() implements Activation {"
                + " public Expr apply(Expr x) { throw new IllegalStateException(\"no\"); } }")
        .compile(
            "Deep",
            "@PluginName(\"deep\") public record Deep() implements Activation {"
                + " public Expr apply(Expr x) { return apply(x.sin()); } }")
        .compile(
            "Halved",
            "@PluginName(\"halved\") public record Halved() implements Activation {"
                + " public Expr apply(Expr x) { if (x.width() % 2 > 0) { throw new"
                + " IllegalArgumentException(\"odd\"); } return x; } }")
        .compile(
            "Hidden",
            "@PluginName(\"hidden\") record Hidden() implements Activation {"
                + " public Hidden {} public Expr apply(Expr x) { return x; } }")
        .compile(
            "Quiet",
            "@PluginName(\"quiet\") public record Quiet() implements Initializer {"
                + " public Quiet { throw new IllegalStateException(\"hush\"); }"
                + " public double value(Fans fans, Draws draws, long index) { return 0; } }")
        .service("Activation", "Loud", "Rude", "Deep", "Halved", "Hidden")
        .service("Initializer", "Quiet");
  }

  /** Among the plugins of these tests is one whose constructor fails. */
  private List<String> warnings(String... except) {
    var problems = new Problems();
    var families =
        new FamilyValues(Plugins.builtIn().and(List.of(temporary.resolve("classes"))), problems);
    families.of(
        new FamilyValues.All(
            "elementwise", Stream.concat(Stream.of("fragile", "deep"), Stream.of(except)).toList()),
        Optional.of(Families.ACTIVATION),
        new Node.Scalar(Location.whole(""), "", true),
        "batch.grid.model.activation");
    problems.throwIfAny();
    return families.warnings();
  }

  @Test
  void thatWhichFailsInItsConstructorAndThatWhichFailsInItsFormula() {
    assertThat(warnings())
        .satisfiesExactly(
            hidden ->
                assertThat(hidden)
                    .contains("leaves out 'hidden', which cannot be used: ")
                    .endsWith("thirdparty.Hidden: it must be a public record"),
            loud ->
                assertThat(loud)
                    .startsWith(
                        "batch.grid.model.activation: {all: elementwise} leaves out 'loud', which"
                            + " cannot be used: ")
                    .endsWith(
                        "thirdparty.Loud: its constructor without arguments fails:"
                            + " java.lang.IllegalStateException: boom"),
            rude ->
                assertThat(rude)
                    .contains("leaves out 'rude', which cannot be used: ")
                    .endsWith(
                        "thirdparty.Rude: it fails in line 1: java.lang.IllegalStateException: no"));
  }

  @Test
  void notThatWhichIsExcepted() {
    assertThat(warnings("hidden", "loud", "rude")).isEmpty();
  }

  @Test
  void thatOfAnyFamilyIsAWarningOfTheBatch() {
    var folder = new Folder(temporary);
    String batch = "plugins: [classes]\nbatch: {grid: {model.initializer: {all: true}}}";
    assertThat(folder.batch(batch).warnings())
        .singleElement(STRING)
        .startsWith(
            "batch.grid.model.initializer: {all: true} leaves out 'quiet', which cannot be used: ");
  }
}
