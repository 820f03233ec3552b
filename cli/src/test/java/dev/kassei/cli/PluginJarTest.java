package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.command.Version;
import dev.kassei.results.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in which one plugin works and three fail. */
class PluginJarTest {
  @TempDir private static Path shared;
  private static Path jar = Path.of("");
  private static String warning = "";

  @TempDir private Path temporary;

  @BeforeAll
  static void makeJar() throws IOException {
    jar = PluginJar.in(shared);
    warning =
        "plugin not usable: %s: thirdparty.Broken: its constructor without arguments fails: java.lang"
                .formatted(jar)
            + ".IllegalStateException: no licence\n";
  }

  private Invocation run(String activation) {
    return Invocation.of(
        "run",
        Configs.MLP,
        Configs.MLP,
        "--out",
        temporary.resolve("runs"),
        "--plugins",
        jar,
        "--set",
        "training.epochs=1",
        "--set",
        "model.activation=" + activation);
  }

  @Test
  void listShowsTheRestAndReportsClassAndJar() {
    Invocation list = Invocation.of("list", "activations", "--plugins", jar);

    assertThat(list.out())
        .containsPattern("\nwave +wave +thirdparty +\\Q" + jar + "\\E\n")
        .contains("\nrelu ");
    assertThat(list.out()).doesNotContain("broken");
    assertThat(list.err()).isEqualTo(warning);
    assertThat(list.code()).isEqualTo(2);
  }

  @Test
  void theSchemaHasItsPluginsAndReportsTheBrokenOne() {
    Invocation printed = Invocation.of("schema", "--plugins", jar);
    assertThat(printed.err()).isEqualTo(warning);
    assertThat(printed.code()).isEqualTo(2);

    var schema = new EditorSchema(printed.out());
    String model = "extends: a.yaml\nmodel: {type: mlp, hidden: [2], activation: %s}";
    assertThat(schema.problems(model.formatted("wave"))).isEmpty();
    assertThat(schema.problems(model.formatted("{type: wave, a: 3}"))).isEmpty();
    assertThat(schema.problems(model.formatted("{type: wave, b: 3}"))).isNotEmpty();
    assertThat(schema.problems(model.formatted("broken"))).isNotEmpty();
  }

  @Test
  void aBrokenPluginThatIsNotUsedIsAWarning() {
    Invocation run = run("relu");
    assertThat(run.err()).isEqualTo(warning);
    assertThat(run.code()).isZero();
  }

  @Test
  void runJsonNamesTheCodeOfKasseiAndTheJarByTheirHashes() throws IOException {
    assertThat(run("wave").code()).isZero();
    try (var runs = Files.list(temporary.resolve("runs"))) {
      assertThat(runs.sorted().findFirst().orElseThrow().resolve("run.json"))
          .content()
          .contains("\"kassei_code\" : \"" + Version.code() + "\"")
          .contains("\"" + jar + "\" : \"" + Sha256.of(jar) + "\"");
    }
  }

  @Test
  void aBrokenPluginThatIsUsedIsRefused() {
    Invocation run = run("broken");
    assertThat(run.err())
        .startsWith(warning)
        .contains(
            "--set model.activation: the plugin cannot be used: " + jar + ": thirdparty.Broken")
        .doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aPluginWhoseFormulaThrowsIsNamed() {
    String report =
        "a plugin fails: %s: thirdparty.Rude: it fails in line 1: java.lang.IllegalStateException: not"
                .formatted(jar)
            + " today\n";
    Invocation run = run("rude");
    assertThat(run.err()).isEqualTo(warning + report + report);
    assertThat(run.code()).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();

    Invocation show = Invocation.of("show", "rude", "--plugins", jar);
    assertThat(show.err()).isEqualTo(report);
    assertThat(show.code()).isEqualTo(2);
  }

  @Test
  void aPluginThatFailsByAnErrorIsNamedAndTheOtherFilesGoOn() {
    Invocation run = run("deep");
    assertThat(run.err().replace(warning, "").lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "a plugin fails: " + jar + ": thirdparty.Deep: it fails in line 1: ")
                    .endsWith("java.lang.StackOverflowError"));
    assertThat(run.code()).isEqualTo(2);

    Invocation show = Invocation.of("show", "deep", "--plugins", jar);
    assertThat(show.err()).contains("thirdparty.Deep: it fails in line 1: ");
    assertThat(show.code()).isEqualTo(2);
  }

  @Test
  void aPluginThatWorksIsUsedAndKeptInTheFolder() throws IOException {
    Invocation run = run("{type: wave, a: 3}");
    assertThat(run.code()).isZero();

    Path moved = temporary.resolve("moved");
    Files.move(run.folder(), moved);
    assertThat(moved.resolve("config.yaml"))
        .content()
        .contains("plugins: [others.jar]\n")
        .contains("    - type: wave\n      a: 3\n");
    Invocation again =
        Invocation.of("run", moved.resolve("config.yaml"), "--out", temporary.resolve("again"));
    Path config = moved.resolve("config.yaml");
    assertThat(again.loadingPlugins(config).done().digest()).isEqualTo(run.digest());
  }

  @Test
  void thoseOfAFileThatCannotBeUsedAreReportedToo() throws IOException {
    Path file = temporary.resolve("e.yaml");
    Files.writeString(
        file, "plugins: [%s]\nextends: %s\n".formatted(jar, Configs.MLP.toAbsolutePath()));
    String line = "%s loads plugins: %s\n".formatted(file, jar.toRealPath());
    for (String command : List.of("validate", "show")) {
      assertThat(Invocation.of(command, file).err()).isEqualTo(line + warning);
    }
    assertThat(Invocation.of("show", Configs.MLP, "--plugins", jar).err()).isEqualTo(warning);
  }

  @Test
  void pluginsThatAFileNamesAreSaidBeforeTheirCodeRunsOrRefused() throws IOException {
    Path file = temporary.resolve("e.yaml");
    Files.writeString(file, "plugins: [%s]\nmodel: {activation: wave}\n".formatted(jar));
    String line = "%s loads plugins: %s\n".formatted(file, jar);
    for (String command : List.of("validate", "show")) {
      assertThat(Invocation.of(command, file).err()).startsWith(line);
    }
    for (String command : List.of("validate", "show", "run")) {
      Invocation.of(command, file, "--no-plugins")
          .refused(
              "%s:1:10: plugins: refused by --no-plugins, since their code would run: %s"
                  .formatted(file, jar));
    }
    Invocation.of("validate", file, "--no-plugins", "--plugins", jar)
        .refused("--plugins and --no-plugins exclude each other");
  }

  @Test
  void aPluginIsShownLikeOneOfOurs() {
    assertThat(Invocation.of("show", "wave", "--plugins", jar, "--at=0").done().out())
        .isEqualTo(
            """
            wave
              formula         sin(x * 2)
              derivative      cos(x * 2) * 2
              a               2
              family          thirdparty
              properties      elementwise, bounded, odd, smooth, zero at zero, lipschitz
              range           -1 to 1
              kinks           none
              Lipschitz       2
              z ~ N(0, 1)     E f = 0, E f² = 0.499832, E f'² = 2.00067
              gain            1.41445, 1 / √(E f²)

              x  value  derivative
              0  0      2
            """);
  }
}
