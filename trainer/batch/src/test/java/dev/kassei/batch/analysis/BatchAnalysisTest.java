package dev.kassei.batch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.Guess;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchAnalysisTest {
  private static final String EXPERIMENT =
      """
      name: invented
      model: {type: mlp, hidden: [4], activation: relu}
      loss: binary_cross_entropy
      optimizer: adam
      training: {epochs: 1, batch_size: all}
      """;

  @TempDir private Path folder;

  @Test
  void nearCopiesCountAsOneDataSet() throws IOException {
    var noises = new StringBuilder();
    for (int i = 250; i < 260; i++) {
      noises.append("{type: moons, samples: 40, noise: 0.%s}, ".formatted(i));
    }
    BatchRecord record =
        analysed(
            """
            dataset.split.test: 0.5
            batch:
              grid:
                dataset: [%s]
                model.activation: [relu, mish]
                seed.weights: {from: 1, count: 3}
              compare: {metric: test.accuracy, reference: relu}
            """
                .formatted(noises),
            BatchAnalysisTest::better);
    assertThat(record.settings().get(0).across()).isEmpty();
    assertThat(record.verdict())
        .containsExactly(
            "There is no conclusion over data sets: they are near-copies and count as one.");
    assertThat(record.cautions())
        .singleElement()
        .asString()
        .contains("come from one source with the same seeds, so they count as one data set");
  }

  @Test
  void dataSetsOfOneGeneratorAndSeedStandTogetherAmongOthers() throws IOException {
    BatchRecord record =
        analysed(
            """
            dataset.split.test: 0.5
            batch:
              grid:
                dataset: [{type: moons, noise: 0.1}, {type: moons, noise: 0.2}, circles, spirals]
                model.activation: [relu, mish]
                seed.weights: {from: 1, count: 3}
              compare: {metric: test.accuracy, reference: relu}
            """,
            BatchAnalysisTest::better);
    assertThat(record.settings().get(0).across().orElseThrow().datasets())
        .hasSize(3)
        .first()
        .asString()
        .endsWith(" and 1 like it");
    assertThat(record.verdict()).anyMatch(it -> it.contains("on 3 of 3 data sets"));
  }

  @Test
  void settingsAreOneFamilyAndHaveAnAverage() throws IOException {
    BatchRecord record =
        analysed(
            """
            dataset: moons
            dataset.split.test: 0.5
            batch:
              grid:
                optimizer.learning_rate: [0.1, 0.01, 0.001]
                model.activation: [relu, mish, tanh]
                seed.weights: {from: 1, count: 8}
              compare: {metric: test.accuracy, reference: relu}
            """,
            BatchAnalysisTest::better);
    ContrastRecord mish = contrast(record.settings().get(0).datasets().get(0), "mish");
    assertThat(mish.p()).isEqualTo(0.0078125);
    assertThat(mish.adjustedP())
        .as("3 settings and their average, 2 comparisons each")
        .isEqualTo(8 * 0.0078125);
    DatasetRecord average = record.average().orElseThrow().datasets().get(0);
    assertThat(contrast(average, "mish").wins()).isEqualTo(8);
    assertThat(method(average, "mish").trials()).isEqualTo(24);
    assertThat(record.verdict().get(0)).startsWith("On average over 3 settings: ");
  }

  @Test
  void aRandomSearchIsOneMethodWithDraws() throws IOException {
    String search =
        """
        dataset: moons
        dataset.split.test: 0.5
        batch:
          random: {samples: 12, optimizer.learning_rate: {log_uniform: [0.001, 0.1]}}
          grid: {%sseed.weights: [1, 2]}
          compare: {metric: test.accuracy}
        """;
    BatchRecord record =
        analysed(search.formatted("model.activation: [relu, mish], "), BatchAnalysisTest::better);
    assertThat(record.settings()).hasSize(1);
    DatasetRecord dataset = record.settings().get(0).datasets().get(0);
    assertThat(dataset.repetitions()).isEqualTo(12);
    assertThat(record.verdict())
        .singleElement()
        .asString()
        .startsWith("mish beats relu with 12 of 12 draws (");

    BatchRecord alone = analysed(search.formatted(""), BatchAnalysisTest::better);
    assertThat(alone.verdict())
        .singleElement()
        .asString()
        .startsWith("The mean of test.accuracy over 12 draws is 0.");
  }

  @Test
  void undecidedTrialsAreGuessesAndNoFailures() throws IOException {
    BatchRecord record =
        analysed(
            """
            dataset: moons
            dataset.split.test: 0.5
            batch:
              grid: {model.activation: [relu, tanh], seed.weights: {from: 1, count: 12}}
              compare: {metric: test.accuracy, reference: relu}
            """,
            trial -> trial.axes().containsValue("tanh") ? Double.NaN : better(trial));
    MethodRecord tanh = method(record.settings().get(0).datasets().get(0), "tanh");
    assertThat(tanh.failures()).isZero();
    assertThat(tanh.undecided()).isEqualTo(12);
    assertThat(tanh.center()).isEqualTo(0.5);
    assertThat(record.cautions())
        .contains(
            "tanh was undecided in 12 of 12 trials; they count as 0.5, a guess.",
            "tanh (0.5) is not clearly better than always naming the most frequent class, which has 0.5.");
  }

  @Test
  void oneRepetitionSaysNothingOfHowRowsVary() throws IOException {
    BatchRecord record =
        analysed(
            """
            dataset: moons
            dataset.split.test: 0.5
            batch:
              grid: {model.activation: [relu, mish], seed: {from: 1, count: 1}}
              compare: {metric: test.accuracy, reference: relu}
            """,
            BatchAnalysisTest::better);
    assertThat(record.settings().get(0).datasets().get(0).designText())
        .isEqualTo("There is one repetition, so nothing is known of how much scores vary.");
    assertThat(record.cautions())
        .anyMatch(it -> it.startsWith("Nothing can be concluded from 1 seed"));
  }

  @Test
  void aBatchOverFoldsSpeaksOfFolds() throws IOException {
    BatchConfig batch =
        loaded(
            """
            dataset: iris
            dataset.split: {folds: 10}
            loss: cross_entropy
            batch:
              grid:
                model.activation: [relu, mish]
                dataset.split.fold: {from: 0, count: 10}
              compare: {metric: test.accuracy, reference: relu}
            """);
    List<TrialResult> results = results(batch, BatchAnalysisTest::better);
    BatchRecord record = analysed(batch, results.subList(0, results.size() - 1));
    DatasetRecord dataset = record.settings().get(0).datasets().get(0);
    assertThat(dataset.designText())
        .startsWith("The folds are parts of the same data, so p and intervals are corrected");
    assertThat(dataset.cautions())
        .contains("1 of 10 folds are left out, since not all methods have them yet.");
    assertThat(record.toString()).doesNotContain("epetitions split", "10 repetitions");
  }

  @Test
  void failuresThatAreAveragedAreCounted() throws IOException {
    BatchRecord record =
        analysed(
            """
            dataset: iris
            dataset.split: {folds: 3}
            loss: cross_entropy
            batch:
              grid:
                model.activation: [relu, mish]
                dataset.split.fold: {from: 0, count: 3}
                seed.weights: [1, 2]
              compare: {metric: test.accuracy, reference: relu}
            """,
            trial -> trial.number() == 1 ? Double.NEGATIVE_INFINITY : better(trial));
    MethodRecord relu = method(record.settings().get(0).datasets().get(0), "relu");
    assertThat(relu.trials()).isEqualTo(6);
    assertThat(relu.failures()).isEqualTo(1);
    assertThat(record.cautions())
        .contains("relu failed or diverged in 1 of 6 trials; they count as 0.");
  }

  @Test
  void missingRepetitionsOfADataSetAreACautionOverDataSets() throws IOException {
    BatchConfig batch =
        loaded(
            """
            dataset.split.test: 0.5
            batch:
              grid:
                dataset: [moons, circles]
                model.activation: [relu, mish]
                seed.weights: {from: 1, count: 3}
              compare: {metric: test.accuracy, reference: relu}
            """);
    List<TrialResult> results = results(batch, BatchAnalysisTest::better);
    BatchRecord record = analysed(batch, results.subList(0, results.size() - 1));
    assertThat(record.cautions())
        .contains("Repetitions are left out, since not all methods have them yet: circles (1).");
  }

  private BatchRecord analysed(String yaml, ToDoubleFunction<TrialConfig> accuracy)
      throws IOException {
    BatchConfig batch = loaded(yaml);
    return analysed(batch, results(batch, accuracy));
  }

  private static BatchRecord analysed(BatchConfig batch, List<TrialResult> results) {
    return BatchAnalysis.analyse(
        AnalysisInput.of(
            batch, new BatchResults(results, List.of()), "digest", "version", PlanHistory.NONE));
  }

  private BatchConfig loaded(String yaml) throws IOException {
    Path file = folder.resolve("batch.yaml");
    String loss = yaml.contains("\nloss:") ? EXPERIMENT.replaceAll("loss:.*\n", "") : EXPERIMENT;
    Files.writeString(file, loss + yaml);
    return new FileLoader(Plugins.builtIn()).batch(file, List.of());
  }

  /** Minus infinity is a failure. */
  private static List<TrialResult> results(
      BatchConfig batch, ToDoubleFunction<TrialConfig> accuracy) {
    return batch.trials().stream()
        .map(trial -> result(trial, accuracy.applyAsDouble(trial)))
        .toList();
  }

  private static TrialResult result(TrialConfig trial, double accuracy) {
    boolean failed = Double.isInfinite(accuracy);
    var record =
        new TrialRecord(
            "",
            failed ? TrialStatus.FAILED : TrialStatus.COMPLETED,
            "",
            1,
            -1,
            Map.of("train", 20, "test", 20),
            failed ? Guess.NONE : new Guess(2, Map.of("train", 10, "test", 10)),
            failed ? Map.of() : Map.of("test.accuracy", accuracy, "test.loss", 1 - accuracy),
            Map.of(),
            List.of(),
            "",
            1,
            "");
    return new TrialResult(trial.number(), trial.axes(), Map.of(), record);
  }

  /** Mish is a little better than the others, by other amounts in each trial. */
  private static double better(TrialConfig trial) {
    double noise = 0.01 * CountedDraws.of(1, "test", trial.axes().toString(), 0).uniform(0);
    return 0.8 + noise + (trial.axes().containsValue("mish") ? 0.05 : 0);
  }

  private static MethodRecord method(DatasetRecord dataset, String name) {
    return dataset.methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ContrastRecord contrast(DatasetRecord dataset, String name) {
    return Optional.of(method(dataset, name)).flatMap(MethodRecord::contrast).orElseThrow();
  }
}
