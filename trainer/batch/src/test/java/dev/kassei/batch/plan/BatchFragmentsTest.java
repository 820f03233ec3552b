package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.statistics.PostHoc;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.LecunNormal;
import dev.kassei.builtins.initializer.Zeros;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.fixtures.plugins.Elu;
import dev.kassei.fixtures.plugins.Mish;
import dev.kassei.fixtures.plugins.Selu;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches in YAML that must work as typed. */
class BatchFragmentsTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  private static ExperimentConfig experiment(BatchConfig batch, int number) {
    return batch.trials().get(number - 1).config().experiment();
  }

  private static Mlp mlp(BatchConfig batch, int number) {
    return (Mlp) experiment(batch, number).model();
  }

  private static List<Map<String, String>> axes(BatchConfig batch) {
    return batch.trials().stream().map(TrialConfig::axes).toList();
  }

  @Test
  void nestedAndDottedKeysMeanTheSameAndALogarithmicAxisHasExactEnds() {
    BatchConfig batch =
        folder.batch(
            "batch: {grid: {model: {activation: [relu, mish]}, optimizer.learning_rate: {log: [1e-4, 1e-1], count: 7}}}");

    assertThat(batch.axes())
        .containsExactly(
            Map.entry("model.activation", List.of("relu", "mish")),
            Map.entry(
                "optimizer.learning_rate",
                List.of(
                    "0.0001", "0.000316228", "0.001", "0.00316228", "0.01", "0.0316228", "0.1")));
    assertThat(batch.trials()).hasSize(14);
    assertThat(mlp(batch, 14).activation()).containsExactly(new Mish());
    assertThat(experiment(batch, 14).optimizer()).isEqualTo(new Sgd(0.1, 0, 0, false, 0));
  }

  @Test
  void eachSourceOfRandomnessOnItsOwn() {
    BatchConfig batch =
        folder.batch(
            """
            seed: {data: 0, split: 0, weights: 1, order: 1}
            batch: {grid: {seed.weights: {from: 1, count: 30}}}
            """);

    assertThat(batch.trials())
        .extracting(trial -> trial.config().experiment().seed())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 30).mapToObj(k -> new Seeds(0, 0, k, 1, 1)).toList());
  }

  @Test
  void namedVariantsTimesSeeds() {
    BatchConfig batch =
        folder.batch(
            """
            batch:
              list:
                - {name: ReLU+He, model.activation: relu, model.initializer: he_normal}
                - {name: SELU+LeCun, model.activation: selu, model.initializer: lecun_normal}
              grid: {seed: [1, 2, 3]}
            """);

    assertThat(axes(batch)).hasSize(6).contains(Map.of("variant", "SELU+LeCun", "seed", "2"));
    assertThat(mlp(batch, 5))
        .isEqualTo(
            new Mlp(
                List.of(4),
                List.of(new Selu()),
                Optional.empty(),
                new Initializers(new LecunNormal(), new Zeros())));
    assertThat(experiment(batch, 5).seed()).isEqualTo(Seeds.all(2));
  }

  @Test
  void anAxisThatExistsOnlyUnderACondition() {
    BatchConfig batch =
        folder.batch(
            "batch: {grid: {model.activation: [relu, elu], model.activation.alpha: {values: [.5, 1], when: {model.activation: elu}}}}");

    assertThat(axes(batch))
        .containsExactly(
            Map.of("model.activation", "relu"),
            Map.of("model.activation", "elu", "model.activation.alpha", "0.5"),
            Map.of("model.activation", "elu", "model.activation.alpha", "1"));
    assertThat(mlp(batch, 2).activation()).containsExactly(new Elu(0.5));
  }

  @Test
  void aFamilyAsAnAxis() {
    // of the plugins of these tests two fail on purpose
    BatchConfig batch =
        folder.batch(
            "batch: {grid: {model.activation: {all: elementwise, except: [cube, peerless, unbindable]}}}");

    assertThat(batch.axes().get("model.activation"))
        .contains("elu", "leaky_relu", "mish", "relu", "sigmoid", "tanh")
        .isSorted()
        .doesNotContain("cube", "row_normal", "formula");
  }

  @Test
  void tuningWithEqualBudgetAndWhatWillBeComparedFixedBeforehand() {
    BatchConfig batch =
        folder.batch(
            """
            batch:
              grid: {dataset: [iris, wine], model.activation: [relu, mish], seed: {from: 1, count: 10}}
              tune: {grid: {optimizer.learning_rate: [1e-3, 1e-2]}, seeds: {from: 1001, count: 3}, metric: validation.loss}
              compare: {metric: test.accuracy, epoch: best, reference: relu, rope: .01}
            """,
            "dataset.split={validation: 0.2, test: 0.2}");

    assertThat(batch.trials()).hasSize(40);
    assertThat(batch.warnings()).isEmpty();
    assertThat(batch.compare())
        .isEqualTo(
            new Compare(
                "model.activation",
                Optional.of(new Measure("test", "accuracy")),
                ComparedEpoch.parse("best"),
                Optional.of("relu"),
                0.01,
                PostHoc.WILCOXON_HOLM));
    Tune tune = batch.tune().orElseThrow();
    assertThat(tune.seeds()).containsExactly(1001L, 1002L, 1003L);
    assertThat(tune.budget()).isEqualTo(6);
    assertThat(tune.groups()).isEqualTo(40);
    TrialConfig outer = batch.trials().get(12);
    assertThat(outer.axes())
        .isEqualTo(Map.of("dataset", "iris", "model.activation", "mish", "seed", "3"));
    TrialConfig candidate = tune.candidates(outer).get(4);
    assertThat(candidate.number()).isEqualTo(12 * 6 + 5);
    assertThat(candidate.axes())
        .isEqualTo(
            Map.of(
                "dataset", "iris",
                "model.activation", "mish",
                "optimizer.learning_rate", "0.01",
                "seed", "1002"));
    assertThat(candidate.config().experiment().seed()).isEqualTo(new Seeds(3, 3, 1002, 1002, 1002));
    assertThat(tune.assignment(candidate)).isEqualTo(1);
    ExperimentConfig tuned = tune.tuned(outer, 1).config().experiment();
    assertThat(tuned.seed()).isEqualTo(Seeds.all(3));
    assertThat(tuned.optimizer()).isEqualTo(new Sgd(0.01, 0, 0, false, 0));
  }
}
