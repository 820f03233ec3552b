package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.value.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that learns scaled targets is that of targets scaled before, in the data's unit. */
class TargetScalingTest {
  private static final int ROWS = 40;
  private static final double[] TARGETS =
      IntStream.range(0, ROWS).mapToDouble(i -> 1000 + 50 * StrictMath.sin(i * 0.3)).toArray();
  private static final String HINT =
      "the target 'y' has mean 1001 and standard deviation 35.9, far from 0 and 1; most networks"
          + " learn better with dataset.target.standardize: true";

  @TempDir Path folder;

  private static double mean() {
    double sum = 0;
    for (double target : TARGETS) {
      sum += target;
    }
    return sum / ROWS;
  }

  private static double deviation() {
    double sum = 0;
    for (double target : TARGETS) {
      sum += (target - mean()) * (target - mean());
    }
    return Math.sqrt(sum / ROWS);
  }

  private Path config(String name, double[] targets, String keys) throws IOException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> Numbers.text(i * 0.05) + "," + Numbers.text(targets[i]) + "\n")
            .collect(Collectors.joining("", "x,y\n", ""));
    Files.writeString(folder.resolve(name + ".csv"), rows);
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        dataset: {type: csv, path: NAME.csv, header: true, label: y, task: regression KEYS}
        precision: float64
        model: {type: mlp, hidden: [5], activation: tanh}
        loss: mse
        optimizer: {type: adam, learning_rate: 0.05}
        training: {epochs: 40, batch_size: 10}
        """
            .replace("NAME", name)
            .replace("KEYS", keys));
  }

  private Invocation run(Path config) {
    return Invocation.of("run", config, "--out", folder.resolve("runs")).done();
  }

  private static List<double[]> predictions(Path run) throws IOException {
    return Files.readAllLines(run.resolve("predictions.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells ->
                Arrays.stream(cells, cells.length - 2, cells.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toList();
  }

  private static double metric(Invocation run, String name) {
    String line = run.outLines().stream().filter(each -> each.startsWith(name)).findFirst().get();
    return Double.parseDouble(line.substring(line.indexOf(": ") + 2));
  }

  @Test
  void predictionsAndMetricsAreInTheUnitOfTheData() throws IOException {
    double[] before =
        Arrays.stream(TARGETS).map(target -> (target - mean()) / deviation()).toArray();
    Invocation scaled = run(config("scaled", TARGETS, ", target: {standardize: true}"));
    Invocation plain = run(config("plain", before, ""));
    assertThat(metric(scaled, "Train loss")).isEqualTo(metric(plain, "Train loss"));
    assertThat(metric(scaled, "Train mean absolute error"))
        .isCloseTo(metric(plain, "Train mean absolute error") * deviation(), within(0.01));
    List<double[]> ours = predictions(scaled.folder());
    List<double[]> theirs = predictions(plain.folder());
    for (int row = 0; row < ROWS; row++) {
      assertThat(ours.get(row)[0]).isEqualTo(TARGETS[row]);
      assertThat(ours.get(row)[1])
          .isCloseTo(theirs.get(row)[1] * deviation() + mean(), within(1e-9));
    }
    assertThat(scaled.folder().resolve("standardize_target.csv"))
        .hasContent(
            "target,mean,deviation\ny," + Numbers.text(mean()) + "," + Numbers.text(deviation()));
  }

  @Test
  void targetsFarFromOneAreNamedAndNoOthers() throws IOException {
    assertThat(run(config("far", TARGETS, "")).out()).contains(HINT);
    assertThat(run(config("scaled", TARGETS, ", target: {standardize: true}")).out())
        .doesNotContain("standardize: true");
    double[] near = Arrays.stream(TARGETS).map(target -> (target - 1000) / 50).toArray();
    assertThat(run(config("near", near, "")).out()).doesNotContain("standardize: true");
  }

  @Test
  void featuresFarFromOneAreNamed() {
    Path config = Path.of("..", "configs", "xor-mlp.yaml");
    Invocation wine =
        Invocation.of(
            "run",
            config,
            "--set",
            "dataset=wine",
            "--set",
            "loss=cross_entropy",
            "--set",
            "training.epochs=1",
            "--set",
            "plots.draw=false",
            "--out",
            folder.resolve("wine"));
    assertThat(wine.out())
        .contains(
            "3 of 13 features are far from 0 and 1, such as 'alcohol' with mean 13.0 and standard"
                + " deviation 0.810; most networks learn better with dataset.standardize: true");
    Invocation iris =
        Invocation.of(
            "run",
            config,
            "--set",
            "dataset=iris",
            "--set",
            "loss=cross_entropy",
            "--set",
            "training.epochs=1",
            "--set",
            "plots.draw=false",
            "--out",
            folder.resolve("iris"));
    assertThat(iris.out()).doesNotContain("standardize: true");
  }

  @Test
  void classesHaveNoScale() throws IOException {
    Path config = config("classes", TARGETS, "");
    Invocation refused =
        Invocation.of(
            "run",
            config,
            "--set",
            "dataset=iris",
            "--set",
            "dataset.target.standardize=true",
            "--set",
            "loss=cross_entropy",
            "--out",
            folder.resolve("runs"));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("dataset.target", "the target species is a class, which has no scale; leave out")
        .doesNotContain("dataset.split");
  }
}
