package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.experiment.config.Augment;
import dev.kassei.experiment.data.AugmentedSplits;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.data.SplitRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingLoopTest {
  private static final Activation SQUARE = Expr::square;
  private static final Activation TANH = Expr::tanh;

  private static final int EPOCHS = 20;
  private static final int PATIENCE = 3;
  private static final Dataset DATASET = dataset();

  private static Dataset dataset() {
    int rows = 10;
    double[] features = new double[2 * rows];
    double[] targets = new double[rows];
    for (int i = 0; i < rows; i++) {
      features[2 * i] = i * 0.1;
      features[2 * i + 1] = 1 - i * 0.2;
      targets[i] = features[2 * i] * features[2 * i + 1];
    }
    return new Dataset(List.of("a", "b"), new Target(List.of("y"), List.of()), features, targets);
  }

  private static SplitData data() {
    SplitRows all = SplitRows.of(DATASET, new double[] {1, 0, 0}, false, 1);
    return SplitData.of(DATASET, all, false);
  }

  private static PreparedTrial trial(double rate, Activation activation, long seed) {
    return TinyTrial.of(data(), new MeanSquaredError(), activation, EPOCHS, rate, seed);
  }

  @ParameterizedTest
  @EnumSource
  void trialsThatOutliveTheOthersAreRepackedAndKeepTheirBits(RunOptions.Kernels kernels) {
    double[] rates = {0.01, 1e12, 1e12, 0.02, 1e12, 1e12, 1e12};
    var trials = new ArrayList<PreparedTrial>();
    for (int i = 0; i < rates.length; i++) {
      trials.add(trial(rates[i], SQUARE, i + 1));
    }
    List<Outcome> together = TinyTrial.train(trials, kernels);
    for (int i = 0; i < rates.length; i++) {
      Outcome alone = TinyTrial.train(List.of(trials.get(i)), RunOptions.Kernels.SCALAR).get(0);
      Outcome beside = together.get(i);
      assertThat(beside.failure()).isEqualTo(alone.failure());
      assertThat(beside.failure().isPresent()).isEqualTo(rates[i] > 1);
      assertThat(beside.steps()).isEqualTo(alone.steps());
      assertThat(beside.epochs()).isEqualTo(alone.epochs());
      alone
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertThat(beside.tensors().get(name).values())
                      .as(name)
                      .isEqualTo(tensor.values()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void imagesMoveTheSameInEveryLane(RunOptions.Kernels kernels) {
    var trials = new ArrayList<PreparedTrial>();
    for (int seed = 1; seed <= 5; seed++) {
      Dataset images = DATASET.withImage(new ImageShape(1, 2, 1));
      SplitRows all = SplitRows.of(images, new double[] {0.8, 0.2, 0}, false, seed);
      SplitData moving =
          AugmentedSplits.of(SplitData.of(images, all, true), new Augment(0, true, false));
      trials.add(TinyTrial.of(moving, new MeanSquaredError(), TANH, EPOCHS, 0.1, seed));
    }
    List<Outcome> together = TinyTrial.train(trials, kernels);
    for (int i = 0; i < trials.size(); i++) {
      Outcome alone = TinyTrial.train(List.of(trials.get(i)), RunOptions.Kernels.SCALAR).get(0);
      assertThat(together.get(i).epochs()).isEqualTo(alone.epochs());
      assertThat(together.get(i).metrics()).isEqualTo(alone.metrics());
    }
    SplitData still =
        SplitData.of(
            DATASET.withImage(new ImageShape(1, 2, 1)),
            SplitRows.of(DATASET, new double[] {0.8, 0.2, 0}, false, 1),
            true);
    PreparedTrial unmoved = TinyTrial.of(still, new MeanSquaredError(), TANH, EPOCHS, 0.1, 1);
    assertThat(TinyTrial.train(List.of(unmoved), kernels).get(0).metrics())
        .isNotEqualTo(together.get(0).metrics());
  }

  @Test
  void aTrialWithAStateForInferenceAloneDivergesLikeAnyOther() {
    Activation centred =
        x -> {
          Expr seen = x.state("seen", Shape.fixed(1, x.width()), 0);
          Expr training = x.square().updating(seen, x.columnSum());
          return training.byMode(x.minus(seen.broadcast(x.shape())).square());
        };
    Outcome outcome =
        TinyTrial.train(List.of(trial(1e12, centred, 1)), RunOptions.Kernels.AUTO).get(0);

    assertThat(outcome.failure().orElseThrow())
        .startsWith("the loss is not a finite number at step ");
    assertThat(outcome.tensors()).containsKey("hidden.0.activation.seen");
  }

  @Test
  void theLossOfAnEpochIsTheMeanOverItsRows() {
    Outcome outcome =
        TinyTrial.train(List.of(trial(1e-30, TANH, 1)), RunOptions.Kernels.AUTO).get(0);

    double first = outcome.epochs().get(0).metrics().get("train.running_loss");
    double last = outcome.metrics().get("train.loss");
    assertThat(Math.abs(first / last - 1)).isLessThan(1e-6);
  }

  @Test
  void theLossOfTheLastWeightsHasANameOfItsOwn() {
    Outcome outcome = TinyTrial.train(List.of(trial(0.1, TANH, 1)), RunOptions.Kernels.AUTO).get(0);

    Map<String, Double> last = outcome.epochs().get(outcome.epochs().size() - 1).metrics();
    assertThat(last).containsKey("train.running_loss").doesNotContainKey("train.loss");
    assertThat(outcome.metrics()).containsKey("train.loss").doesNotContainKey("train.running_loss");
    assertThat(outcome.metrics().get("train.loss")).isNotEqualTo(last.get("train.running_loss"));
  }

  @ParameterizedTest
  @EnumSource
  void trialsSplitInTheirOwnWaysStopOnTheirOwnAndKeepTheirBestWeights(RunOptions.Kernels kernels) {
    var trials = new ArrayList<PreparedTrial>();
    for (int seed = 1; seed <= 9; seed++) {
      trials.add(stopping(seed));
    }
    List<Outcome> together = TinyTrial.train(trials, kernels);
    int stopped = 0;
    for (int i = 0; i < trials.size(); i++) {
      Outcome alone = TinyTrial.train(List.of(trials.get(i)), RunOptions.Kernels.SCALAR).get(0);
      Outcome beside = together.get(i);
      assertThat(beside.epochs()).isEqualTo(alone.epochs());
      assertThat(beside.bestEpoch()).isEqualTo(alone.bestEpoch());
      assertThat(beside.metrics()).isEqualTo(alone.metrics());
      double[] losses = losses(beside);
      int best = 0;
      for (int epoch = 1; epoch < losses.length; epoch++) {
        best = losses[epoch] < losses[best] ? epoch : best;
      }
      assertThat(beside.bestEpoch()).isEqualTo(best);
      assertThat(beside.metrics()).containsEntry("validation.loss", losses[best]);
      assertThat(beside.bestMetrics()).isEqualTo(beside.metrics());
      if (losses.length < EPOCHS) {
        assertThat(losses).hasSize(best + 1 + PATIENCE);
        stopped++;
      }
    }
    assertThat(stopped).isBetween(1, trials.size() - 1);
  }

  private static double[] losses(Outcome outcome) {
    return outcome.epochs().stream()
        .mapToDouble(epoch -> epoch.metrics().get("validation.loss"))
        .toArray();
  }

  /** A trial with a validation split of its own; at large rates the loss goes up and down. */
  private static PreparedTrial stopping(long seed) {
    PreparedTrial whole = trial(seed % 2 == 0 ? 0.003 : 0.3, TANH, seed);
    SplitRows rows = SplitRows.of(DATASET, new double[] {0.6, 0.2, 0.2}, false, seed);
    TrialTemplate template =
        whole.template().monitored(new Monitor("validation.loss", false, PATIENCE, 0, true));
    return new PreparedTrial(
        template, SplitData.of(DATASET, rows, false), whole.seeds(), Optional.empty());
  }

  @Test
  void aLossThatIsNoNumberNamesTheStepAndTheLayer() {
    Outcome outcome =
        TinyTrial.train(List.of(trial(1e12, SQUARE, 1)), RunOptions.Kernels.AUTO).get(0);

    assertThat(outcome.failure().orElseThrow())
        .matches(
            "the loss is not a finite number at step \\d+: .*" + "'(hidden|output)[a-z0-9.]*'.*");
  }
}
