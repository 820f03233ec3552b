package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user can get wrong: one clear report, exit code 2, and nothing is written. */
class RefusalsTest {
  @TempDir private Path temporary;
  private Path runs = Path.of("");

  @BeforeEach
  void chooseFolder() {
    runs = temporary.resolve("runs");
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(runs)
        .satisfiesAnyOf(
            path -> assertThat(path).doesNotExist(), path -> assertThat(path).isRegularFile());
  }

  private Invocation run(Object file, Object... more) {
    return Invocation.of(
        Stream.concat(Stream.of("run", file, "--out", runs), Stream.of(more)).toArray());
  }

  private Path csv(String text) throws IOException {
    Files.writeString(temporary.resolve("data.csv"), text);
    return Files.writeString(
        temporary.resolve("experiment.yaml"),
        """
        dataset: {type: csv, path: data.csv, label: kind}
        model: mlp
        loss: cross_entropy
        optimizer: sgd
        """);
  }

  private Path weights(Tensor... tensors) throws IOException {
    Path file = temporary.resolve("start.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      Safetensors.write(List.of(tensors), out);
    }
    return file.toAbsolutePath();
  }

  private static Tensor tensor(String name, Integer... shape) {
    int size = Stream.of(shape).reduce(1, (a, b) -> a * b);
    return new Tensor(name, Precision.FLOAT64, List.of(shape), new double[size]);
  }

  private Invocation startFrom(Object path) {
    return run(Configs.MLP, "--set", "training.initial_weights=" + path);
  }

  @Test
  void cellsThatAreNoNumbersAndRaggedRows() throws IOException {
    Path file = csv("a,b,kind\n1,2,u\n3,4,v\n1,x,u\n,4,v\n1,2\n1,2,3,u\n");
    run(file)
        .refused(
            """
            %s: dataset: %s: 4 problems
              line 4, column 2 (b): expected a number but was 'x'; if the column holds\
             categories: categorical: ['b']; if it names rows: ignore: ['b']
              line 5, column 1 (a): expected a number but the cell is empty; fill the gap, or set\
             missing: drop, mean or most_frequent
              line 6: expected 3 cells, as in the first line, but found 2
              line 7: expected 3 cells, as in the first line, but found 4"""
                .formatted(file, temporary.resolve("data.csv")));
  }

  @Test
  void aLabelThatIsNoColumn() throws IOException {
    Path file = csv("a,b,sort\n1,2,u\n3,4,v\n");
    run(file)
        .refused(
            ("%s: dataset: %s: there is no column 'kind' to be the label; expected one of a, b,"
                    + " sort, a number from 1 to 3, or last")
                .formatted(file, temporary.resolve("data.csv")));
  }

  @Test
  void aFileOfFoldsForOtherData() throws IOException {
    Files.writeString(temporary.resolve("some.folds.txt"), "0 1 2\n3 150\n");
    Path file =
        Files.writeString(
            temporary.resolve("experiment.yaml"),
            """
            dataset: {type: iris, split: {file: some.folds.txt, fold: 0}}
            model: mlp
            loss: cross_entropy
            optimizer: sgd
            """);
    run(file)
        .refused(
            ("%s: dataset.split: %s: line 2: expected the number of a row, 0 to 149, but found"
                    + " '150'")
                .formatted(file, temporary.resolve("some.folds.txt")));
  }

  @Test
  void dataThatIsNotThere() throws IOException {
    Path file = csv("");
    Files.delete(temporary.resolve("data.csv"));
    run(file)
        .refused(
            ("%s: dataset: %s: there is no such file; relative paths start at '%s', which the key"
                    + " folder or --set folder=DIR changes")
                .formatted(file, temporary.resolve("data.csv"), temporary));
  }

  @Test
  void anOutputFolderThatIsAFile() throws IOException {
    Files.writeString(runs, "in the way");
    run(Configs.MLP)
        .refused(
            ("%s: --out: cannot write results to '%s': '%s' is a file, not a folder; choose another"
                    + " folder with --out")
                .formatted(Configs.MLP, runs, runs));
    assertThat(runs).hasContent("in the way");
  }

  @Test
  void anOutputFolderInsideAFile() throws IOException {
    Files.writeString(runs, "in the way");
    Path inside = runs.resolve("deeper");
    Invocation.of("run", Configs.MLP, "--out", inside)
        .refused(
            ("%s: --out: cannot write results to '%s': Not a directory; choose another folder with"
                    + " --out")
                .formatted(Configs.MLP, inside));
  }

  @Test
  void weightsOfAnotherNetwork() throws IOException {
    Path file =
        weights(
            tensor("hidden.0.weight", 7, 2),
            tensor("hidden.0.bias", 8),
            tensor("gain", 1),
            tensor("output.weight", 1, 8));
    startFrom(file)
        .refused(
            ("%s: training.initial_weights: '%s': 'hidden.0.weight' should have the shape [8, 2] but"
                    + " has [7, 2]; 'output.bias' is missing; 'gain' is not in the network, which has"
                    + " [hidden.0.weight, hidden.0.bias, output.weight, output.bias]")
                .formatted(Configs.MLP, file));
  }

  @Test
  void weightsThatAreNoNumbersOfTheNetwork() throws IOException {
    Path file =
        weights(
            new Tensor("output.bias", Precision.FLOAT64, List.of(1), new double[] {Double.NaN}),
            new Tensor("hidden.0.bias", Precision.FLOAT64, List.of(1), new double[] {1e300}));
    startFrom(file)
        .refused(
            ("%s: training.initial_weights: '%s': 'output.bias' holds NaN; expected finite numbers;"
                    + " 'hidden.0.bias' holds 1e300, beyond the range of float32, ±3.4e38; set"
                    + " precision: float64")
                .formatted(Configs.MLP, file));
  }

  @Test
  void weightsThatAreThereTwice() throws IOException {
    Path file = weights(tensor("hidden.0.weight", 8, 2), tensor("hidden_0.weight", 8, 2));
    startFrom(file)
        .refused(
            ("%s: training.initial_weights: '%s': 'hidden.0.weight' and 'hidden_0.weight' mean the"
                    + " same tensor, hidden.0.weight; leave all but one out")
                .formatted(Configs.MLP, file));
  }

  @Test
  void weightsThatAreNotSafetensors() throws IOException {
    Path file = Files.writeString(temporary.resolve("weights.txt"), "0.5, -0.3");
    Invocation refusal = startFrom(file.toAbsolutePath());
    assertThat(refusal.err())
        .startsWith(
            "%s: training.initial_weights: '%s' is not a safetensors file that can be read: "
                .formatted(Configs.MLP, file.toAbsolutePath()))
        .hasLineCount(1);
    assertThat(refusal.code()).isEqualTo(2);
  }

  @Test
  void weightsThatAreNotThere() {
    startFrom("nowhere.safetensors")
        .refused(
            "%s: training.initial_weights: there is no file '%s'"
                .formatted(
                    Configs.MLP,
                    Configs.MLP
                        .toAbsolutePath()
                        .normalize()
                        .resolveSibling("nowhere.safetensors")));
  }

  @Test
  void aMonitorOfALossThatNoEpochMeasures() {
    run(Configs.MLP, "--set", "training.early_stopping.monitor=train.loss")
        .refused(
            "--set training.early_stopping.monitor: expected what each epoch measures,"
                + " train.running_loss, but was 'train.loss', the loss of one set of weights;"
                + " train.running_loss is the mean while they change; there are no validation rows,"
                + " give dataset.split.validation, such as 0.2");
  }

  @Test
  void anUnknownPlugin() {
    run(Configs.MLP, "--set", "model.activation=geluu")
        .refused(
            "--set model.activation: unknown activation 'geluu'; did you mean 'gelu'?"
                + " 'kassei list activations' shows them all");
  }

  @Test
  void pluginsThatAreNotThere() {
    Path jar = temporary.resolve("none.jar");
    run(Configs.MLP, "--plugins", jar)
        .refused("--plugins: the plugin path %s does not exist".formatted(jar));
  }

  @Test
  void aSettingWithoutAValue() {
    run(Configs.MLP, "--set", "training.epochs")
        .refused(
            "--set training.epochs: expected path=value, such as optimizer.learning_rate=0.01");
  }

  @Test
  void noLanesAtAll() {
    run(Configs.MLP, "--lanes", 0).refused("--lanes: expected at least 1 but was 0");
  }

  @Test
  void aFolderWithoutExperiments() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    run(empty).refused("the folder '%s' holds no .yaml file".formatted(empty));
  }

  @Test
  void lossAndModelThatDoNotFit() {
    run(Configs.MLP, "--set", "model.output_activation=sigmoid")
        .refused(
            ("%s: loss: binary_cross_entropy takes logits and applies the sigmoid itself, but the"
                    + " model already ends with a sigmoid; remove it from the model"
                    + " (output_activation), or choose loss: mse")
                .formatted(Configs.MLP));
  }

  @Test
  void aNetworkWithMatricesLargerThanArrays() {
    run(Configs.MLP, "--set", "model.hidden=[100000, 100000]")
        .refused(
            Configs.MLP
                + ": model: a matrix of 'hidden.1' is 100000 × 100000, which is 10000000000 numbers or"
                + " 40000000000 bytes, where an array holds no more than 2147483623 numbers; take"
                + " fewer units, or a smaller training.batch_size");
  }

  @Test
  void aFormulaThatComesToARowThatIsNotThere() {
    String formula = "gather(column_index(8), row_max(x))";
    Invocation.of(
            "run",
            Configs.MLP,
            "--out",
            temporary.resolve("other"),
            "--set",
            "model.activation={formula: '" + formula + "'}")
        .refused(Configs.MLP + ": model: a row number from 0 to 0 expected, but 0.013820038 came");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatNeverEnds() {
    run("/dev/zero").refused("/dev/zero: '/dev/zero' is larger than 10 MiB");
  }
}
