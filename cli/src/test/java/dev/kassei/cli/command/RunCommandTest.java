package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunCommandTest {
  private static final List<String> FILES =
      List.of(
          "SHA256SUMS",
          "config.yaml",
          "histograms.csv",
          "metrics.csv",
          "plots",
          "predictions.csv",
          "preparation.json",
          "report.html",
          "run.json",
          "surfaces.safetensors",
          "timings.csv",
          "weights.safetensors");

  @TempDir private Path temporary;

  private Invocation run(Object file, Object... more) {
    return Invocation.of(
        Stream.concat(Stream.of("run", file, "--out", temporary.resolve("runs")), Stream.of(more))
            .toArray());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Object json(Path folder) throws IOException {
    return JsonText.read(Files.readString(folder.resolve("run.json")));
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  @Test
  void aTrialIsOneOfASingleFile() {
    Invocation.of("run", "--trial", "1", Configs.PERCEPTRON, Configs.MLP)
        .refused("--trial is one of a single batch, but there are 2 files");
  }

  @Test
  void theArticlesExperimentPrintsWhatTheArticlePrints() throws IOException {
    Invocation run = run(Configs.PERCEPTRON).done();

    List<String> lines = run.outLines();
    for (int i = 0; i < 10; i++) {
      assertThat(lines.get(i)).matches("Epoch " + 1000 * i + ", Loss: 0\\.\\d{4}");
    }
    assertThat(lines.subList(10, 22))
        .containsExactly(
            "",
            "== Prediction after learning ==",
            "Input: [0 0], Predicted: 0.5000, Target: 0",
            "Input: [0 1], Predicted: 0.5000, Target: 1",
            "Input: [1 0], Predicted: 0.5000, Target: 1",
            "Input: [1 1], Predicted: 0.5000, Target: 0",
            "",
            "Task: classification with 2 classes",
            "Train loss: 0.2500",
            "Train accuracy: undecided (no prediction is more than 1e-6 away from a tie)",
            "Digest: " + run.digest(),
            temporary.resolve("runs/xor-perceptron/report.html").toString());
    assertThat(lines).hasSize(22);
    assertThat(files(run.folder())).isEqualTo(FILES);
    assertThat(JsonText.at(json(run.folder()), "digest")).isEqualTo(run.digest());
    assertThat(Path.of("..", "docs/xor.md")).content().contains("\nDigest: " + run.digest() + "\n");
  }

  @Test
  void ofImagesNoPixelsArePrintedAndStatesAreNoWeights() throws IOException {
    Files.write(
        temporary.resolve("x"),
        new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40});
    Files.write(temporary.resolve("y"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});
    Path file =
        Files.writeString(
            temporary.resolve("images.yaml"),
            """
            dataset: {type: idx, images: x, labels: y, task: classification}
            model: {type: sequential, layers: [flatten, batch_norm, {type: dense, units: 1}]}
            loss: binary_cross_entropy
            optimizer: adam
            training: {epochs: 1}
            """);
    Invocation run = run(file).done();

    assertThat(run.outLines()).anyMatch(line -> line.matches("Predicted: 0\\.\\d*, Target: \\d"));
    assertThat(run.out()).doesNotContain("Input:");
    assertThat(Files.readString(run.folder().resolve("histograms.csv")))
        .contains("\nweight,layers.1.weight,", "\nstate,layers.1.running_mean,")
        .doesNotContain("weight,layers.1.running_mean");
  }

  @Test
  void aResultDependsOnNothingButTheConfiguration() {
    Invocation first = run(Configs.PERCEPTRON).done();
    Invocation second = run(Configs.PERCEPTRON).done();
    Invocation inLanes = run(Configs.PERCEPTRON, "--lanes", 3).done();

    assertThat(second.folder()).hasFileName("xor-perceptron-2");
    assertThat(inLanes.folder()).hasFileName("xor-perceptron-3");
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(inLanes.digest()).isEqualTo(first.digest());
    Invocation vector = run(Configs.PERCEPTRON, "--kernels", "vector", "--profile").done();
    assertThat(vector.digest()).isEqualTo(first.digest());
    assertThat(vector.out()).containsPattern("gradient +output +matmul +batch × 1 +10000 ");
    assertThat(first.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherSeedGivesAnotherResult() {
    Object[] quick = {"--set", "training.epochs=3"};
    String first = run(Configs.MLP, quick).done().digest();
    assertThat(run(Configs.MLP, "--set", "seed=2", quick[0], quick[1]).digest())
        .isNotEqualTo(first);
  }

  @Test
  void hiddenUnitsSolveXor() throws IOException {
    Invocation run = run(Configs.MLP).done();

    assertThat((double) JsonText.at(json(run.folder()), "metrics", "train.loss")).isLessThan(1e-3);
    assertThat(run.out()).contains("Train accuracy: 1.0000\n");
    assertThat(Files.readAllLines(run.folder().resolve("predictions.csv")))
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .isEqualTo("row,part,feature.x1,feature.x2,target,predicted,output"),
            row -> assertThat(row).startsWith("0,train,0,0,0,0,0.0"),
            row -> assertThat(row).startsWith("1,train,0,1,1,1,0.99"),
            row -> assertThat(row).startsWith("2,train,1,0,1,1,0.99"),
            row -> assertThat(row).startsWith("3,train,1,1,0,0,0.0"));
  }

  @Test
  void threeClassesFromACsvFileAreToldApart() throws IOException {
    Invocation run = run(Configs.CSV).done();
    Object json = json(run.folder());

    assertThat((double) JsonText.at(json, "metrics", "test.accuracy")).isGreaterThanOrEqualTo(0.9);
    assertThat(JsonText.at(json, "data", "parts"))
        .hasToString("{train=90.0, validation=30.0, test=30.0}");
    assertThat(Files.readAllLines(run.folder().resolve("metrics.csv"))).hasSize(61);
    assertThat(Files.readAllLines(run.folder().resolve("predictions.csv"))).hasSize(151);
  }

  @Test
  void withoutPlotsNothingIsKeptForThemAndTheDigestIsTheSame() throws IOException {
    List<String> without =
        FILES.stream()
            .filter(file -> !file.matches("(surfaces|histograms|report)\\..*|plots"))
            .toList();
    String digest = run(Configs.MLP).done().digest();

    Invocation option = run(Configs.MLP, "--no-plots").done();
    assertThat(files(option.folder())).isEqualTo(without);
    assertThat(option.digest()).isEqualTo(digest);

    Invocation key = run(Configs.MLP, "--set", "plots=false").done();
    assertThat(files(key.folder())).isEqualTo(without);
    assertThat(key.digest()).isEqualTo(digest);
  }

  @Test
  void standardisingIsKeptBesideFeaturesInTheirOwnUnits() throws IOException {
    Path folder = run(Configs.CSV, "--set", "training.epochs=1").done().folder();

    assertThat(Files.readAllLines(folder.resolve("standardize.csv")))
        .hasSize(3)
        .startsWith("feature,mean,deviation");
    List<String> data = Files.readAllLines(folder.resolve("three-blobs.csv"));
    for (String line : Files.readAllLines(folder.resolve("predictions.csv")).subList(1, 151)) {
      String[] cells = line.split(",", -1);
      String[] original = data.get(Integer.parseInt(cells[0]) + 1).split(",", -1);
      assertThat(Double.parseDouble(cells[2])).isEqualTo(Double.parseDouble(original[0]));
      assertThat(Double.parseDouble(cells[3])).isEqualTo(Double.parseDouble(original[1]));
      assertThat(cells[4]).isEqualTo(original[2]);
    }
  }

  static List<Path> configs() {
    return Configs.all();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void everyExampleRuns(Path config) throws IOException {
    Invocation run = run(config, "--set", "training.epochs=2").done();

    assertThat(files(run.folder())).containsAll(FILES);
    assertThat(JsonText.at(json(run.folder()), "status")).isEqualTo("completed");
    assertThat(Files.readAllLines(run.folder().resolve("metrics.csv"))).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void aFolderThatWasMovedRunsAgainToTheSameBits(Path config) throws IOException {
    Invocation run = run(config, "--set", "training.epochs=5").done();
    Path moved = temporary.resolve("elsewhere/mailed");
    rename(run.folder(), moved);

    Invocation again = run(moved.resolve("config.yaml")).done();

    assertThat(again.digest()).isEqualTo(run.digest());
    assertThat(JsonText.at(json(again.folder()), "data", "fingerprint"))
        .isEqualTo(JsonText.at(json(moved), "data", "fingerprint"));
  }

  @Test
  void aSmallCsvFileIsCopiedIn() throws IOException {
    Invocation run = run(Configs.CSV, "--set", "training.epochs=1").done();
    assertThat(run.folder().resolve("three-blobs.csv"))
        .hasSameTextualContentAs(Configs.FOLDER.resolve("data/three-blobs.csv"));
  }

  @Test
  void trainingGoesOnFromTheWeightsOfAnotherRun() throws IOException {
    Path weights = run(Configs.MLP).done().folder().resolve("weights.safetensors");
    Object[] settings = {
      "--set", "training.initial_weights=" + weights.toAbsolutePath(), "--set", "training.epochs=5"
    };

    Invocation run = run(Configs.MLP, settings).done();

    assertThat(run.outLines().get(0)).isEqualTo("Epoch 0, Loss: 0.0001");
    Path moved = temporary.resolve("moved/run");
    rename(run.folder(), moved);
    Files.delete(weights);
    assertThat(run(moved.resolve("config.yaml")).done().digest()).isEqualTo(run.digest());
  }

  @Test
  void aDivergedRunKeepsItsFilesAndSaysWhereItWentWrong() throws IOException {
    Invocation run =
        run(
            Configs.MLP,
            "--set",
            "optimizer={type: sgd, learning_rate: 1e30}",
            "--set",
            "loss=mse",
            "--set",
            "model.activation=relu");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            Configs.MLP
                + ": the loss is not a finite number at step 2: the layer 'output' is the first"
                + " with values that are not finite. A smaller learning_rate or"
                + " training.clip_norm usually helps\n");
    assertThat(run.outLines())
        .contains(
            "The run diverged after 1 epoch: " + JsonText.at(json(run.folder()), "failure") + ".");
    assertThat(files(run.folder())).isEqualTo(FILES);
    Object json = json(run.folder());
    assertThat(JsonText.at(json, "status")).isEqualTo("diverged");
    assertThat(JsonText.at(json, "steps")).isEqualTo(1.0);
    assertThat(run.err()).contains((String) JsonText.at(json, "failure"));
  }

  @Test
  void oneWrongFileDoesNotStopTheOthers() {
    Path missing = temporary.resolve("missing.yaml");
    Invocation run =
        Invocation.of(
            "run",
            missing,
            Configs.MLP,
            Configs.PERCEPTRON,
            "--out",
            temporary.resolve("runs"),
            "--set",
            "training.epochs=1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("%s: there is no such file\n".formatted(missing));
    assertThat(run.outLines())
        .contains("== " + missing + " ==", "== " + Configs.MLP + " ==")
        .contains(temporary.resolve("runs/xor-mlp/report.html").toString())
        .endsWith(temporary.resolve("runs/xor-perceptron/report.html").toString());
  }

  @Test
  void aFolderOfExperimentsIsRunInTheOrderOfNames() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("experiments"));
    Files.copy(Configs.MLP, folder.resolve("b.yaml"));
    Files.copy(Configs.PERCEPTRON, folder.resolve("a.yml"));
    Files.writeString(folder.resolve("notes.txt"), "not an experiment");

    Invocation run = run(folder, "--set", "training.epochs=1").done();

    assertThat(run.outLines().stream().filter(line -> line.endsWith("ml ==")))
        .containsExactly(
            "== " + folder.resolve("a.yml") + " ==", "== " + folder.resolve("b.yaml") + " ==");
  }
}
