package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change trains exactly those trials again whose results can depend on it. */
class RetrainingTest {
  private static final String LAYER =
      "@PluginName(\"scaled\") public record Scaled() implements Activation {"
          + " public Expr apply(Expr x) { double first = %s;"
          + " return x.times(x.parameter(\"scale\", x.shape(), (fans, draws, i) -> first)); } }";
  private static final String SCHEDULE =
      "@PluginName(\"fading\") public record Fading() implements Schedule {"
          + " public double factor(Progress progress) { return %s; } }";
  private static final String OPTIMIZER =
      "@PluginName(\"plain\") public record Plain() implements Optimizer {"
          + " public double learningRate() { return %s; }"
          + " public Expr update(Expr weight, Expr gradient, OptimizerStep step) {"
          + " return weight.minus(gradient.times(step.rate())); } }";
  private static final String METRIC =
      "@PluginName(\"mine\") public record Mine() implements Metric {"
          + " public double value(Predictions predictions) { return %s; } }";
  private static final String LISTENER =
      "@PluginName(\"quiet\") public record Quiet() implements Listener {"
          + " public void trainingEnded() { String end = \"%s\"; } }";
  private static final String INITIALIZER =
      "@PluginName(\"same\") public record Same() implements Initializer {"
          + " public double value(Fans fans, Draws draws, long i) { return %s; } }";

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  private Path plugin(String service, String name, String declaration) throws IOException {
    Path classes = Files.createTempDirectory(temporary, "classes");
    return new PluginFolder(classes).compile(name, declaration).service(service, name).path();
  }

  private int trained(String grid) throws IOException {
    return tiny.run(tiny.config(grid)).records().size();
  }

  /** How many trials are trained with the first code, with equal code, with the second. */
  private List<Integer> trained(String service, String name, String declaration, String grid)
      throws IOException {
    List<Integer> trained = new ArrayList<>();
    for (String number : List.of("0.5", "0.5", "0.25")) {
      tiny.with(plugin(service, name, declaration.formatted(number)));
      trained.add(trained(grid));
    }
    return trained;
  }

  // Plugins

  @Test
  void theCodeOfAScheduleTrainsWhatFollowsIt() throws IOException {
    String grid = "{grid: {training.schedule: [fading, cosine], seed: [1, 2, 3]}}";
    assertThat(trained("Schedule", "Fading", SCHEDULE, grid)).containsExactly(6, 0, 3);
  }

  @Test
  void theRateOfAnOptimizerTrainsWhatLearnsByIt() throws IOException {
    String grid = "{grid: {optimizer: [plain, adam], seed: [1, 2, 3]}}";
    assertThat(trained("Optimizer", "Plain", OPTIMIZER, grid)).containsExactly(6, 0, 3);
  }

  @Test
  void theLambdaOfALayerIsKnownAgainAndTrainsWhatStartsFromIt() throws IOException {
    String grid = "{grid: {model.activation: [scaled, tanh], seed: [1, 2, 3]}}";
    assertThat(trained("Activation", "Scaled", LAYER, grid)).containsExactly(6, 0, 3);
  }

  @Test
  void theCodeOfAnInitializerTrainsWhatStartsFromIt() throws IOException {
    String grid = "{grid: {model.initializer: [same, he_normal], seed: [1, 2, 3]}}";
    assertThat(trained("Initializer", "Same", INITIALIZER, grid)).containsExactly(6, 0, 3);
  }

  @Test
  void theCodeOfAMetricTrainsWhatIsMeasuredByIt() throws IOException {
    String grid = "{grid: {metrics: [[accuracy], [mine]], seed: [1, 2, 3]}}";
    assertThat(trained("Metric", "Mine", METRIC, grid)).containsExactly(6, 0, 3);
  }

  @Test
  void aListenerHearsNoTrialOfABatchAndTrainsNothing() throws IOException {
    String grid = "{grid: {training.listeners: [[quiet]], seed: [1, 2, 3]}}";
    assertThat(trained("Listener", "Quiet", LISTENER, grid)).containsExactly(3, 0, 0);
  }

  // Kassei

  @Test
  void otherCodeOfKasseiTrainsEverything() throws IOException {
    var batch = tiny.config("{grid: {seed: [1, 2, 3]}}");
    TinyBatch.Trained first = tiny.run(batch, "one");
    TinyBatch.Trained again = tiny.run(batch, "one");
    TinyBatch.Trained other = tiny.run(batch, "another");
    assertThat(List.of(first.records().size(), again.records().size(), other.records().size()))
        .containsExactly(3, 0, 3);
    assertThat(other.strange()).as("it says that none of three is known").containsExactly(3);
    assertThat(first.strange()).isEmpty();
    assertThat(again.strange()).isEmpty();
    assertThat(other.digest()).isEqualTo(first.digest());
  }

  // Names and orders

  @ParameterizedTest
  @ValueSource(strings = {"a blank", "a#hash", "100%", "%41", "活性", "a+b"})
  void theNameOfAPluginsFolderTrainsNothing(String name) throws IOException {
    String grid = "{grid: {training.schedule: [fading], seed: [1, 2, 3]}}";
    Path classes = plugin("Schedule", "Fading", SCHEDULE.formatted("0.5"));
    tiny.with(classes);
    assertThat(trained(grid)).isEqualTo(3);
    tiny.with(Files.move(classes, temporary.resolve(name)));
    assertThat(trained(grid)).isZero();
  }

  @Test
  void theOrderAndNumberOfPluginPathsTrainsNothing() throws IOException {
    String grid =
        "{grid: {training.schedule: [fading], model.activation: [scaled], seed: [1, 2, 3]}}";
    Path one = plugin("Schedule", "Fading", SCHEDULE.formatted("0.5"));
    Path other = plugin("Activation", "Scaled", LAYER.formatted("0.5"));
    Path third = plugin("Initializer", "Same", INITIALIZER.formatted("0.5"));
    assertThat(trained(grid, one, other)).isEqualTo(3);
    assertThat(trained(grid, other, third, one)).isZero();
  }

  private int trained(String grid, Path... plugins) throws IOException {
    return trained(tiny.with(plugins), grid);
  }

  private static int trained(TinyBatch tiny, String grid) throws IOException {
    return tiny.run(tiny.config(grid)).records().size();
  }

  @Test
  void aDataFileMayMoveAndBeCalledOtherwise() throws IOException {
    Path data =
        Files.writeString(temporary.resolve("data.csv"), "a,b\n1,no\n2,yes\n3,no\n4,yes\n5,no\n");
    String dataset = "dataset={type: csv, path: '%s', split: {validation: 0.4}}";
    String grid = "{grid: {seed: [1, 2, 3]}}";
    assertThat(tiny.run(tiny.config(grid, dataset.formatted("data.csv"))).records()).hasSize(3);
    Files.move(data, Files.createDirectories(temporary.resolve("other")).resolve("more.csv"));
    var moved = tiny.config(grid, dataset.formatted("other/more.csv"));
    assertThat(tiny.run(moved).records()).isEmpty();
  }

  // What no key can name

  @Test
  void aLambdaThatHoldsWhatNoValueTellsIsRefused() throws IOException {
    String source =
        LAYER
            .formatted("0.5")
            .replace("-> first", "-> random.nextDouble()")
            .replace("double first", "var random = new java.util.Random(); double first");
    tiny.with(plugin("Activation", "Scaled", source));
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> trained("{grid: {model.activation: [scaled], seed: [1]}}"))
        .withMessage(
            "batch: thirdparty.Scaled holds a java.util.Random, which has no name that is the same at"
                + " the next start, so that a batch could not know its trials again; make it a"
                + " record of numbers, texts and other records (trial 1:"
                + " model.activation=scaled, seed=1)");
  }
}
