package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import dev.kassei.results.ResultsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
  @TempDir private Path temporary;

  private Path run() {
    return Invocation.of("run", Configs.MLP, "--set", "training.epochs=2", "--out", temporary)
        .done()
        .folder();
  }

  private void refuses(Path folder, String... words) {
    Invocation plot = Invocation.of("plot", folder);
    assertThat(plot.code()).isEqualTo(2);
    assertThat(plot.out()).isEmpty();
    assertThat(plot.err().lines()).hasSize(1);
    assertThat(plot.err()).contains(words);
  }

  @Test
  void runDrawsPicturesAndReport() {
    Path folder = run();
    for (String name :
        List.of("curves", "surface", "decision_map", "confusion_matrix", "histograms")) {
      assertThat(folder.resolve("plots/" + name + ".png")).isNotEmptyFile();
    }
    assertThat(folder.resolve("report.html"))
        .content()
        .contains("kassei run config.yaml --out ..", "name: xor-mlp", "epoch 2");
  }

  @Test
  void plotDrawsOtherFormatsAndNamesEachFile() {
    Path folder = run();
    Invocation plot = Invocation.of("plot", folder, "--format", "svg").done();
    assertThat(plot.outLines())
        .contains(folder.resolve("plots/surface.svg").toString())
        .endsWith(folder.resolve("report.html").toString());
    assertThat(folder.resolve("plots/surface.svg"))
        .content()
        .contains("Learned Activation Output Surface", "Input 1", "Output");
  }

  @Test
  void severalRunsAreDrawnOverEachOther() {
    Path out = temporary.resolve("elsewhere");
    Invocation plot = Invocation.of("plot", run(), run(), "--format", "svg", "--out", out).done();
    Path overlay = out.resolve("overlay/curves.svg");
    assertThat(plot.lastLine()).isEqualTo(overlay.toString());
    assertThat(overlay)
        .content()
        .contains(">xor-mlp</text>", ">xor-mlp-2</text>", "Train running loss", "Epoch");
    assertThat(out.resolve("xor-mlp-2/report.html")).exists();
  }

  @Test
  void oneRunAloneIsDrawnOverNoOther() {
    Path out = temporary.resolve("elsewhere");
    Invocation.of("plot", run(), "--format", "svg", "--out", out).done();
    assertThat(out.resolve("overlay")).doesNotExist();
  }

  @Test
  void plotDrawsElsewhereAndLeavesTheFolder() throws IOException {
    Path folder = run();
    List<Path> before = files(folder);
    Path out = temporary.resolve("elsewhere");
    Invocation plot = Invocation.of("plot", folder, "--format", "svg", "--out", out).done();
    assertThat(plot.outLines())
        .contains(out.resolve("xor-mlp/plots/surface.svg").toString())
        .endsWith(out.resolve("xor-mlp/report.html").toString());
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void placesThatCannotBeAreRefusedBeforeAnythingIsRead() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    Path missing = temporary.resolve("missing");
    Invocation.of("plot", missing, "--out", file)
        .refused(
            "results cannot be written to '%s': '%s' is a file, not a folder"
                .formatted(file, file));
    Path run = Files.createDirectories(temporary.resolve("runs/missing"));
    Files.createFile(run.resolve("run.json"));
    Invocation.of("plot", missing, "--out", temporary.resolve("runs"))
        .refused(
            "--out: '%s' is the folder of a run, whose own results would be lost; choose another"
                .formatted(run));
    Path out = temporary.resolve("out");
    Invocation.of("plot", missing, temporary.resolve("other/missing"), "--out", out)
        .refused(
            ("two folders would be drawn into '%s'; name each once, and those of equal names one by"
                    + " one")
                .formatted(out.resolve("missing")));
    assertThat(out).doesNotExist();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void plotDrawsPortableDocuments() throws IOException {
    Path folder = run();
    Invocation.of("plot", folder, "--format", "pdf").done();
    byte[] bytes = Files.readAllBytes(folder.resolve("plots/curves.pdf"));
    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(folder.resolve("plots/histograms.pdf")).isNotEmptyFile();
  }

  /** A copy of what the trainer's tests write batches like. */
  private Path batch() throws IOException {
    Path sample = Path.of("../trainer/batch/src/test/resources/batches/one-dataset");
    Path copy = Files.createDirectories(temporary.resolve("batch"));
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void plotDrawsBatches() throws IOException {
    Path folder = batch();
    Invocation plot = Invocation.of("plot", folder, "--format", "svg").done();
    assertThat(plot.outLines())
        .contains(folder.resolve("plots/scores.svg").toString())
        .endsWith(folder.resolve("report.html").toString());
  }

  @Test
  void aTornBatchIsRefused() throws IOException {
    Path folder = batch();
    Path statistics = folder.resolve("statistics.json");
    Files.writeString(statistics, Files.readString(statistics).replace("\"verdict\"", "\"word\""));
    refuses(folder, statistics.toString(), "it is not what was written");
    ResultsFile.write(
        folder,
        Optional.of("plan"),
        List.of("statistics.json", "trials.csv", "curves.csv", "timings.csv", "tuning.csv"));
    refuses(folder, statistics.toString(), "it has no 'verdict'");
  }

  @Test
  void aForeignFolderIsRefused() {
    refuses(temporary, temporary.toString(), "no run.json", "runs/NAME");
    refuses(temporary.resolve("none"), "there is no such folder");
  }

  @Test
  void aTornRecordIsRefused() throws IOException {
    Path folder = run();
    Files.writeString(folder.resolve("run.json"), "{\"format\": 1,");
    refuses(folder, folder.resolve("run.json").toString(), "not JSON");
  }

  @Test
  void aMissingColumnIsRefused() throws IOException {
    Path folder = run();
    Files.writeString(folder.resolve("predictions.csv"), "row,part\n0,train\n");
    refuses(folder, "predictions.csv", "the column 'target' is missing");
  }

  @Test
  void aTornSurfaceIsRefused() throws IOException {
    Path folder = run();
    Path file = folder.resolve("surfaces.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 8, 100, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refuses(folder, file.toString());
    }
  }

  @Test
  void residualsAreDrawnForNumbers() throws IOException {
    Path config = temporary.resolve("numbers.yaml");
    Files.writeString(
        config,
        """
        name: numbers
        dataset: {type: sine, split: {train: 0.7, test: 0.3}}
        model: {type: mlp, hidden: [4], activation: tanh}
        loss: mse
        optimizer: adam
        training: {epochs: 1}
        """);
    Path folder = Invocation.of("run", config, "--out", temporary).done().folder();
    assertThat(folder.resolve("plots/residuals.png")).isNotEmptyFile();
    assertThat(folder.resolve("plots/surface.png")).doesNotExist();
  }
}
