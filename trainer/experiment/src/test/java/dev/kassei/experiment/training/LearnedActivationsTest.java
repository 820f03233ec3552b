package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.engine.TrainableActivation;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.data.SplitRows;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedActivationsTest {
  private static final int ROWS = 10;

  /** One slope for the whole layer, and one bend for each unit. */
  private static final Activation SHARED =
      x -> x.max(0).plus(x.min(0).times(x.parameter("slope", Shape.SCALAR, (f, d, i) -> 0.25)));

  private static final Activation PER_UNIT =
      x -> x.times(x.parameter("bend", Shape.fixed(1, x.width()), (f, d, i) -> 1)).tanh();

  private static Outcome train(Activation activation, int epochs) {
    PreparedTrial trial = trial(activation, epochs);
    return TinyTrial.train(List.of(trial.recorded(new Plots())), RunOptions.Kernels.AUTO).get(0);
  }

  private static PreparedTrial trial(Activation activation, int epochs) {
    double[] features = IntStream.range(0, 2 * ROWS).mapToDouble(i -> i * 7 % 10 * 0.3).toArray();
    double[] targets = IntStream.range(0, ROWS).mapToDouble(i -> features[i] / 2).toArray();
    var target = new Target(List.of("y"), List.of());
    var dataset = new Dataset(List.of("x0", "x1"), target, features, targets);
    SplitRows all = SplitRows.of(dataset, new double[] {1, 0, 0}, false, 1);
    return TinyTrial.of(
        SplitData.of(dataset, all, true), new MeanSquaredError(), activation, epochs, 0.05, 3);
  }

  private static LearnedActivations recorder(PreparedTrial trial) {
    return new LearnedActivations(
        trial, TrainableActivation.all(trial.network().prediction()), Execution.SCALAR);
  }

  @Test
  void aResumedTrialContinuesWithWhatWasSaved() {
    PreparedTrial trial = trial(PER_UNIT, 1);
    var plan = new Plan(List.of(trial.program()), PlanOptions.of(trial.precision(), 4));
    trial.start(plan, 0);
    LearnedActivations whole = recorder(trial);
    whole.epochsDone(0, plan, 0);
    LearnedActivations resumed = recorder(trial);
    resumed.resume(new TreeMap<>(whole.state()));
    plan.tensors().write("hidden.0.activation.bend", 0, new double[] {1, 2, 3, 4});
    for (LearnedActivations each : List.of(whole, resumed)) {
      each.epochsDone(1, plan, 0);
      each.trained(plan, 0);
    }

    assertThat(resumed.parameters()).isEqualTo(whole.parameters()).hasSize(8);
    assertThat(resumed.curves())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(whole.curves())
        .hasSize(4);
  }

  @Test
  void parametersHaveALineBeforeTrainingAndAfterEachEpoch() {
    Outcome outcome = train(SHARED, 3);
    assertThat(outcome.activationParameters())
        .extracting(ActivationParameter::epochs)
        .containsExactly(0, 1, 2, 3);
    assertThat(outcome.activationParameters().get(0))
        .isEqualTo(new ActivationParameter(0, "hidden.0.activation.slope", 0, 0.25));
    double[] last = outcome.tensors().get("hidden.0.activation.slope").values();
    assertThat(outcome.activationParameters().get(3).value()).isEqualTo(last[0]).isNotEqualTo(0.25);
  }

  @Test
  void aSharedShapeIsThatOfTheFormulaBeforeAndAfter() {
    Outcome outcome = train(SHARED, 3);
    double slope = outcome.activationParameters().get(3).value();
    ActivationCurve curve = outcome.activationCurves().get(0);
    assertThat(outcome.activationCurves()).hasSize(1);
    assertThat(curve.layer()).isEqualTo("hidden.0.activation");
    assertThat(curve.x()).hasSize(201).startsWith(-5).endsWith(5);
    assertThat(curve.initial()[0]).isCloseTo(-5 * 0.25, within(1e-6));
    assertThat(curve.learned()[0]).isCloseTo(-5 * slope, within(1e-6));
    assertThat(curve.learned()[200]).isEqualTo(5);
  }

  @Test
  void eachUnitWithParametersOfItsOwnHasAShape() {
    Outcome outcome = train(PER_UNIT, 2);
    assertThat(outcome.activationCurves())
        .extracting(ActivationCurve::unit)
        .containsExactly(0, 1, 2, 3);
    double[] bends = outcome.tensors().get("hidden.0.activation.bend").values();
    for (ActivationCurve curve : outcome.activationCurves()) {
      assertThat(curve.learned()[120])
          .isCloseTo(StrictMath.tanh(curve.x()[120] * bends[curve.unit()]), within(1e-6));
    }
    assertThat(outcome.activationParameters()).hasSize(3 * 4);
  }

  @Test
  void activationsWithoutParametersLeaveNothing() {
    Outcome outcome = train(Expr::tanh, 1);
    assertThat(outcome.activationCurves()).isEmpty();
    assertThat(outcome.activationParameters()).isEmpty();
  }

  @Test
  void ofManyNumbersSomeAreChosenAtEqualDistances() {
    assertThat(LearnedActivations.chosen(3, 8)).containsExactly(0, 1, 2);
    assertThat(LearnedActivations.chosen(100, 4)).containsExactly(0, 25, 50, 75);
  }
}
