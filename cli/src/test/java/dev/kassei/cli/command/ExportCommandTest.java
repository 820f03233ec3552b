package dev.kassei.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a run that is exported, and of the files that are named for it. */
class ExportCommandTest {
  @TempDir private Path temporary;

  private Path diverged() throws IOException {
    Path config =
        Files.writeString(
            temporary.resolve("wild.yaml"),
            """
            dataset: {type: iris}
            model: {type: mlp, hidden: [8], activation: linear}
            loss: cross_entropy
            optimizer: {type: sgd, learning_rate: 1e30}
            training: {epochs: 1, batch_size: 16}
            """);
    Invocation run = Invocation.of("run", config, "--no-plots", "--out", temporary);
    assertThat(run.code()).isEqualTo(1);
    return run.folder();
  }

  @Test
  void aRunThatDivergedIsExportedWithAWordOfIt() throws IOException {
    Path run = diverged();
    Path header = temporary.resolve("wild.h");
    Path module = temporary.resolve("wild.py");
    Path model = temporary.resolve("wild.onnx");

    Invocation export =
        Invocation.of("export", run, "--c", header, "--pytorch", module, "--onnx", model);

    assertThat(export.err())
        .isEqualTo("the run was not completed but diverged, as its run.json says\n");
    assertThat(export.outLines())
        .containsExactly(model.toString(), module.toString(), header.toString());
    String said = "trained; the run diverged, its loss stopped being a finite number.\n";
    assertThat(header).content().contains(said);
    assertThat(module).content().contains(said);
    assertThat(model).content(ISO_8859_1).containsPattern("status\\W+diverged");
  }

  @Test
  void ofACompletedRunNothingIsSaid() throws IOException {
    Path run =
        Invocation.of("run", Configs.MLP, "--set", "training.epochs=1", "--out", temporary)
            .done()
            .folder();
    Path header = temporary.resolve("xor.HPP");
    Path model = temporary.resolve("xor.onnx");
    Invocation.of("export", run, "--c", header, "--onnx", model).done();
    assertThat(header).content().contains(" trained.\n");
    assertThat(model).content(ISO_8859_1).containsPattern("status\\W+completed");
  }

  @ParameterizedTest
  @CsvSource({"--c, risk.txt, .h", "--c, risk, .h", "--pytorch, risk.txt, .py"})
  void aFileThatEndsOtherwiseIsRefused(String option, String name, String ending) {
    Path file = temporary.resolve(name);
    refused(option, file, "expected a file that ends with %s but was '%s'".formatted(ending, file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "numpy", "math", "json", "struct", "random", "typing"})
  void aModuleThatWouldHideOneIsRefused(String name) {
    Path file = temporary.resolve(name + ".py");
    refused(
        "--pytorch",
        file,
        ("'%s' would hide Python's module '%s' from all that import it; choose another name, such"
                + " as %s_net.py")
            .formatted(file, name, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"math", "stdint", "string"})
  void aHeaderThatWouldHideOneOfCIsRefused(String name) {
    Path file = temporary.resolve(name + ".h");
    refused(
        "--c",
        file,
        ("'%s' would hide C's header <%s.h> from all that include it; choose another name, such as"
                + " %s_net.h")
            .formatted(file, name, name));
  }

  /** Before the run is read, which is not there. */
  private void refused(String option, Path file, String report) {
    Invocation export = Invocation.of("export", temporary.resolve("missing"), option, file);
    assertThat(export.code()).isEqualTo(2);
    assertThat(export.err()).contains(report);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderIsATargetLikeAFile() {
    Path both = temporary.resolve("both");
    Invocation.of("export", temporary, "--tensorboard", both, "--onnx", both)
        .refused("'%s' is named for two formats; give each a file of its own".formatted(both));
  }
}
