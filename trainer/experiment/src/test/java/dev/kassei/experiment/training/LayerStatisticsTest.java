package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Dataset;
import dev.kassei.api.Listener;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.data.SplitRows;
import dev.kassei.results.record.LayerRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerStatisticsTest {
  private static final int ROWS = 10;
  private static final Activation TANH = Expr::tanh;
  private static final Activation RELU = x -> x.max(0);
  private static final Activation DEAD = x -> x.minus(1e6).max(0);
  private static final String ACTIVATION = "hidden.0.activation";

  private static SplitData data() {
    double[] features = IntStream.range(0, 2 * ROWS).mapToDouble(i -> i * 7 % 10 * 0.3).toArray();
    double[] targets = IntStream.range(0, ROWS).mapToDouble(i -> features[i] / 2).toArray();
    var target = new Target(List.of("y"), List.of());
    var dataset = new Dataset(List.of("x0", "x1"), target, features, targets);
    SplitRows all = SplitRows.of(dataset, new double[] {1, 0, 0}, false, 1);
    return SplitData.of(dataset, all, true);
  }

  private static PreparedTrial trial(Activation activation, int epochs, LayerStatistics layers) {
    return TinyTrial.of(
        data(), new MeanSquaredError(), activation, epochs, 0.05, 3, Optional.of(layers));
  }

  private static PreparedTrial trial(Activation activation, int epochs) {
    return trial(activation, epochs, new LayerStatistics());
  }

  private static Outcome run(PreparedTrial trial, RunOptions.Kernels kernels, int copies) {
    List<Optional<Listener>> listeners =
        Collections.nCopies(copies, Optional.of(new Listener() {}));
    try (var plans = new Plans(new RunOptions(1, 1, kernels, false))) {
      return new TrainingLoop(Collections.nCopies(copies, trial), listeners, plans, () -> false)
          .train()
          .get(0);
    }
  }

  private static Outcome run(PreparedTrial trial) {
    return run(trial, RunOptions.Kernels.AUTO, 1);
  }

  private static List<LayerRecord> of(Outcome outcome, String layer) {
    return outcome.layers().stream().filter(record -> record.layer().equals(layer)).toList();
  }

  @Test
  void eachLayerHasALineBeforeTrainingAndAfterEachEpoch() {
    Outcome outcome = run(trial(TANH, 3));
    assertThat(outcome.layers().stream().map(LayerRecord::layer).limit(3))
        .containsExactly("hidden.0", ACTIVATION, "output");
    assertThat(of(outcome, ACTIVATION)).extracting(LayerRecord::epochs).containsExactly(0, 1, 2, 3);
  }

  @Test
  void lastWeightsHaveALineWhateverTheDistance() {
    Outcome outcome =
        run(trial(TANH, 5, new LayerStatistics(LayerStatistics.Rows.TRAIN, 1000, 3, 0.01)));
    assertThat(of(outcome, "output")).extracting(LayerRecord::epochs).containsExactly(0, 3, 5);
  }

  @ParameterizedTest
  @EnumSource
  void measuringChangesNoBitOfTrainingAndHasTheSameBitsInLanes(RunOptions.Kernels kernels) {
    Outcome plain = run(TinyTrial.of(data(), new MeanSquaredError(), TANH, 9, 0.05, 3), kernels, 1);
    Outcome measured = run(trial(TANH, 9), kernels, 1);
    Outcome inLanes = run(trial(TANH, 9), kernels, 5);
    assertThat(measured.epochs()).isEqualTo(plain.epochs());
    plain
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(measured.tensors().get(name).values()).isEqualTo(tensor.values()));
    assertThat(inLanes.layers()).isEqualTo(measured.layers());
    assertThat(inLanes.metrics()).isEqualTo(measured.metrics());
  }

  /** By hand from the weights of the result, which are those after no epoch. */
  @Test
  void numbersAreThoseOfTheFormulas() {
    PreparedTrial trial = trial(RELU, 0);
    Outcome outcome = run(trial);
    double[] weight = outcome.tensors().get("hidden.0.weight").values();
    double[] last = outcome.tensors().get("output.weight").values();
    double[] x = trial.data().train().features();
    double[] y = trial.data().train().targets();
    double[] before = new double[4 * ROWS];
    double[] predicted = new double[ROWS];
    boolean[] alive = new boolean[4];
    double biasGradient = 0;
    double[] weightGradient = new double[4];
    double[] rowGradient = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int unit = 0; unit < 4; unit++) {
        int i = 4 * row + unit;
        before[i] = x[2 * row] * weight[unit] + x[2 * row + 1] * weight[4 + unit];
        predicted[row] += Math.max(0, before[i]) * last[unit];
        alive[unit] |= before[i] > 0;
      }
      rowGradient[row] = 2 * (predicted[row] - y[row]);
      biasGradient += rowGradient[row] / ROWS;
      for (int unit = 0; unit < 4; unit++) {
        weightGradient[unit] += rowGradient[row] / ROWS * Math.max(0, before[4 * row + unit]);
      }
    }
    LayerRecord activation = of(outcome, ACTIVATION).get(0);
    double dead = IntStream.range(0, 4).filter(unit -> !alive[unit]).count() / 4.0;
    double off = Arrays.stream(before).filter(value -> value <= 0).count() / (4.0 * ROWS);
    assertThat(activation.units()).isEqualTo(4);
    assertThat(activation.inputMean()).hasValueCloseTo(mean(before), within(1e-6));
    assertThat(activation.inputVariance()).hasValueCloseTo(variance(before), within(1e-6));
    double[] after = Arrays.stream(before).map(value -> Math.max(0, value)).toArray();
    assertThat(activation.mean()).isCloseTo(mean(after), within(1e-6));
    assertThat(activation.variance()).isCloseTo(variance(after), within(1e-6));
    assertThat(activation.deadRate()).hasValue(dead);
    assertThat(activation.saturationRate()).hasValue(off);
    assertThat(activation.parameterGradientNorm()).isEmpty();

    LayerRecord output = of(outcome, "output").get(0);
    double squares = Arrays.stream(rowGradient).map(g -> g * g).average().orElseThrow();
    assertThat(output.gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-6));
    double parameters =
        biasGradient * biasGradient + Arrays.stream(weightGradient).map(g -> g * g).sum();
    assertThat(output.parameterGradientNorm()).hasValueCloseTo(Math.sqrt(parameters), within(1e-6));
    assertThat(output.deadRate()).isEmpty();
    assertThat(outcome.metrics())
        .containsEntry("train.dead_rate", dead)
        .containsEntry("train.saturation_rate", off)
        .containsEntry("train.dead_network", dead == 1 ? 1.0 : 0.0);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @Test
  void aNetworkOfWhichEachUnitIsDeadIsDead() {
    Outcome outcome = run(trial(DEAD, 2));
    assertThat(outcome.metrics())
        .containsEntry("train.dead_rate", 1.0)
        .containsEntry("train.dead_network", 1.0);
    assertThat(of(outcome, "hidden.0").get(2).gradientNorm()).isZero();
    assertThat(outcome.remarks())
        .containsExactly(
            "the network is dead: all units of one of its activations have the derivative 0 in all"
                + " train rows that were looked at, so nothing learns through it");
    assertThat(run(trial(TANH, 2)).remarks()).isEmpty();
  }

  @Test
  void trialsOfBatchesHaveTheNumbersOfTheEndAlone() {
    Outcome outcome = TinyTrial.train(List.of(trial(TANH, 3)), RunOptions.Kernels.AUTO).get(0);
    assertThat(outcome.layers()).isEmpty();
    assertThat(outcome.metrics()).isEqualTo(run(trial(TANH, 3)).metrics());
  }

  @Test
  void aResumedTrialContinuesWithWhatWasMeasured() {
    PreparedTrial trial = trial(RELU, 1);
    var plan = new Plan(List.of(trial.program()), PlanOptions.of(trial.precision(), 4));
    trial.start(plan, 0);
    LayerWatch watch = trial.template().layers().orElseThrow();
    var whole = new LayerHistory(trial, watch, Execution.SCALAR);
    whole.epochsDone(0, plan, 0);
    var resumed = new LayerHistory(trial, watch, Execution.SCALAR);
    resumed.resume(new TreeMap<>(whole.state()));
    plan.tensors().write("output.bias", 0, new double[] {1});
    whole.epochsDone(1, plan, 0);
    resumed.epochsDone(1, plan, 0);
    assertThat(resumed.records()).isEqualTo(whole.records()).hasSize(6);
  }

  @Test
  void fewerRowsAreTakenAtEqualDistances() {
    Outcome all = run(trial(TANH, 0));
    Outcome some = run(trial(TANH, 0, new LayerStatistics(LayerStatistics.Rows.TRAIN, 4, 1, 0.01)));
    assertThat(of(some, "output").get(0).mean()).isNotEqualTo(of(all, "output").get(0).mean());
  }

  @Test
  void momentsOfBatchesAreThoseOfAllValues() {
    double[] all = {1e8, 1e8 + 1, 1e8 + 2, 1e8 + 5, 1e8 - 3};
    var moments = new Moments();
    moments.add(Arrays.copyOf(all, 2));
    moments.add(new double[0]);
    moments.add(Arrays.copyOfRange(all, 2, 5));
    assertThat(moments.mean()).isCloseTo(1e8 + 1, within(1e-7));
    assertThat(moments.variance()).isCloseTo(6.8, within(1e-6));
  }
}
