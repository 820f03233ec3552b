package dev.kassei.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.experiment.inference.Predictor;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.export.c.CHeader;
import dev.kassei.export.pytorch.TorchModule;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that C and Python read say what Kassei says, from raw rows to the unit of targets. */
class ExportedNetworkTest {
  private static final String PYTHON = "/usr/bin/python3";

  private static final Path PAGE = Path.of("..", "docs", "export.md");

  @TempDir Path folder;

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @Tag("slow")
  void headersPredictFromRawRowsToTheBit() throws Exception {
    assumeTrue(succeeds("gcc", "--version"), "needs gcc");
    for (String precision : List.of("float64", "float32")) {
      Path trained = Rents.train(folder, precision);
      Path header = folder.resolve("rents.h");
      assertThat(Invocation.of("export", trained, "--c", header).done().outLines())
          .containsExactly(header.toString());
      Files.writeString(folder.resolve("main.c"), PROGRAM);
      assertThat(run("gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "main.c", "-lm")).isEmpty();

      Files.write(folder.resolve("rows"), Rents.numbers(trained));
      List<Double> predicted =
          run("sh", "-c", "./a.out <rows").lines().map(Double::valueOf).toList();
      assertThat(predicted).isEqualTo(Rents.predictions(trained));
    }
  }

  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include "rents.h"

      int main(void) {
        double x[RENTS_COLUMNS], y[RENTS_OUTPUTS];
        while (scanf("%lf %lf %lf %lf", x, x + 1, x + 2, x + 3) == 4) {
          if (rents_category(1, "blue") != 0 && rents_category(1, "lilac") != -1) {
            return 2;
          }
          if (rents_predict(x, y) != 0) {
            return 1;
          }
          printf("%.17g\\n", y[0]);
        }
        if (strcmp(rents_target_names[0], "rent") != 0) {
          return 4;
        }
        x[1] = 7;
        return rents_predict(x, y) == 2 ? 0 : 3;
      }
      """;

  @Test
  @Tag("slow")
  void modulesPredictFromRawRows() throws Exception {
    assumeTrue(succeeds(PYTHON, "-c", "import torch"), "needs torch");
    Path trained = Rents.train(folder, "float64");
    Invocation.of("export", trained, "--pytorch", folder.resolve("rents.py")).done();
    Files.write(folder.resolve("rows"), Rents.numbers(trained));
    Files.writeString(
        folder.resolve("main.py"),
        """
        from rents import Rents
        model = Rents().load("%s/weights.safetensors")
        rows = [[float(each) for each in line.split()] for line in open("rows")]
        print(*model.predict(rows).flatten().tolist(), sep="\\n")
        model.train()
        model.save("again.safetensors")
        """
            .formatted(trained));
    Files.writeString(
        folder.resolve("unknown.py"),
        """
        import torch
        from rents import Rents, write_safetensors
        write_safetensors("other.safetensors", {"output.weight": torch.zeros(1, 4)})
        try:
            Rents().load("other.safetensors")
        except ValueError as problem:
            print(problem)
        for row in [20, 3, 0, 2], [20, 0, 0.5, 2]:
            try:
                print(Rents().eval().predict([[20, 0, float("nan"), 2], row]))
            except ValueError as problem:
                print(problem)
        """);
    List<Double> expected = Rents.predictions(trained);
    List<String> lines = run(PYTHON, "main.py").lines().toList();
    assertThat(lines).hasSameSizeAs(expected);
    assertThat(folder.resolve("rents.py"))
        .content()
        .contains("TARGETS = [\"rent\"]")
        .doesNotContain("x = x\n");
    for (int i = 0; i < expected.size(); i++) {
      double difference = Double.parseDouble(lines.get(i)) - expected.get(i);
      assertThat(Math.abs(difference / expected.get(i))).isLessThan(1e-12);
    }
    assertThat(run(PYTHON, "unknown.py").lines())
        .containsExactly(
            "other.safetensors has no tensor hidden_1_activation_b; expected the weights of this"
                + " network",
            "column 'wall': expected a category, 0 to 2, but was 3",
            "column 'side': expected a category, 0 to 2, but was 0.5");
    // what PyTorch wrote is where training goes on
    String settings = "training.initial_weights=" + folder.resolve("again.safetensors");
    Path config = folder.resolve("rents.yaml");
    Invocation again = Invocation.of("run", config, "--out", folder, "--set", settings).done();
    String own = "training.initial_weights=" + trained.resolve("weights.safetensors");
    Invocation without = Invocation.of("run", config, "--out", folder, "--set", own).done();
    assertThat(again.digest()).isEqualTo(without.digest());
  }

  @Test
  void trainingGoesOnFromWeightsByNamesOfPyTorch() throws IOException {
    Path run =
        Invocation.of("run", Configs.MLP, "--set", "training.epochs=3", "--out", folder)
            .done()
            .folder();
    Path weights = run.resolve("weights.safetensors");
    List<Tensor> tensors =
        Safetensors.read(weights).values().stream()
            .map(ExportedNetworkTest::renamed)
            .collect(Collectors.toList());
    Path renamed = folder.resolve("torch.safetensors");
    try (OutputStream out = Files.newOutputStream(renamed)) {
      Safetensors.write(tensors, out);
    }

    assertThat(tensors).extracting(Tensor::name).contains("hidden_0.weight");
    assertThat(continued(renamed)).isEqualTo(continued(weights));
  }

  @Test
  void whatTrainingAloneUsesIsNoObstacle() throws IOException {
    Path run =
        Invocation.of(
                "run",
                Configs.MLP,
                "--set",
                "model.activation=prob_act",
                "--set",
                "training.epochs=1",
                "--out",
                folder)
            .done()
            .folder();
    SavedModel model = SavedModel.read(run, Plugins.builtIn());
    assertThat(model.weights()).containsKey("hidden.0.activation.sigma");
    assertThat(new Predictor(model).responses(new double[2])).hasSize(1);
    assertThat(CHeader.of(model, "xor")).contains("xor_predict");
    assertThat(TorchModule.of(model, "xor")).contains("class Xor(nn.Module)");
  }

  private static Tensor renamed(Tensor tensor) {
    int dot = tensor.name().lastIndexOf('.');
    String name = tensor.name().substring(0, dot).replace('.', '_') + tensor.name().substring(dot);
    return new Tensor(name, tensor.precision(), tensor.shape(), tensor.values());
  }

  private String continued(Path weights) {
    String from = "training.initial_weights=" + weights.toAbsolutePath();
    return Invocation.of(
            "run", Configs.MLP, "--set", from, "--set", "training.epochs=2", "--out", folder)
        .done()
        .digest();
  }

  @Test
  @Tag("slow")
  void theProgramOfThePageRuns() throws Exception {
    assumeTrue(succeeds("gcc", "--version"), "needs gcc");
    Path config = folder.resolve("iris.yaml");
    Files.writeString(
        config,
        """
        dataset: {type: iris, standardize: true}
        model: {type: mlp, hidden: [8], activation: relu}
        loss: cross_entropy
        optimizer: adam
        training: {epochs: 100, batch_size: 16}
        """);
    Path run = Invocation.of("run", config, "--out", folder).done().folder();
    Invocation.of("export", run, "--c", folder.resolve("iris.h")).done();
    var block = Pattern.compile("```c\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    Files.writeString(folder.resolve("main.c"), block.group(1));

    assertThat(run("gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "main.c", "-lm")).isEmpty();
    assertThat(run("./a.out").lines()).hasSize(3);
  }
}
